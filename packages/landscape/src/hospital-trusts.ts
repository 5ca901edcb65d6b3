/** Which hospital trust serves which municipality: twenty trusts with invented catchments in the four real regions. */
import type { Municipality } from './municipalities.ts'

export type HospitalTrust = { readonly name: string; readonly municipalities: readonly Municipality[] }

/**
 * 20 trusts with hospital services in 4 regions (SSB glossary). Their real catchments stand in no sheet: here each region's
 * municipalities, by number, are cut into runs of about equal population, and the trusts are named by region and number. Our choice.
 */
export function hospitalTrusts(municipalities: readonly Municipality[]): readonly HospitalTrust[] {
  return regions.flatMap((region) => {
    const own = municipalities.filter((municipality) => regionOf(municipality) === region)
    return catchments(own, region.trusts).map((part, i) => ({
      name: `Helseforetak ${region.name} ${i + 1}`,
      municipalities: part
    }))
  })
}

type Region = { readonly name: string; readonly trusts: number; readonly counties: readonly string[] }

/** Counties by the first two digits of the municipality number, before and after 2020; the rest is Sør-Øst. */
const southEast: Region = { name: 'Sør-Øst', trusts: 9, counties: [] }
const regions: readonly Region[] = [
  southEast,
  { name: 'Vest', trusts: 4, counties: ['11', '12', '14', '46'] },
  { name: 'Midt-Norge', trusts: 3, counties: ['15', '50'] },
  { name: 'Nord', trusts: 4, counties: ['18', '19', '20', '54'] }
]

const regionOf = (municipality: Municipality) =>
  regions.find((region) => region.counties.includes(municipality.number.slice(0, 2))) ?? southEast

function catchments(own: readonly Municipality[], count: number): readonly (readonly Municipality[])[] {
  const total = own.reduce((sum, municipality) => sum + municipality.weight, 0)
  const parts: Municipality[][] = Array.from({ length: count }, () => [])
  let before = 0
  for (const municipality of own) {
    const middle = before + municipality.weight / 2
    parts[Math.min(count - 1, Math.floor((middle / total) * count))]?.push(municipality)
    before += municipality.weight
  }
  return parts
}
