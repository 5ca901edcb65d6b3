/** Values that the examples of e-resept share: for tests. */
import { oidOf } from '../felles/code-names.ts'
import { eReseptCs } from './codes.ts'

export const cv = (list: string, V: string, DN: string) => ({ V, S: oidOf(list), DN })
export const yes = eReseptCs('1101', '1')
export const no = eReseptCs('1101', '2')
export const reseptId = 'f81d4fae-7dec-41d0-a765-00a0c91e6bf6'
export const m10Id = '7d444840-9dc0-41d1-b245-5ffdce74fad2'
export const person = '15876500565'
export const kroner = (V: string) => ({ V, U: 'NOK' })
export const herId = { Id: '80001', TypeId: cv('9051', 'HER', 'HER-id') }
export const hprId = { Id: '009876543', TypeId: cv('8116', 'HPR', 'HPR-nummer') }
export const fnr = { Id: person, TypeId: cv('8116', 'FNR', 'Fødselsnummer') }
export const navn = 'Smertefri Tab 500 mg'
/** Four periods, since the standard has none or four. */
export const egenandel = ['2026-01-01', '2025-01-01', '2024-01-01', '2023-01-01'].map((StartEgenandelsperiode) => ({
  StartEgenandelsperiode,
  BetaltEgenandel: kroner('1000')
}))
/** An empty element as base64: what the B64 elements hold is XML. */
export const xmlB64 = 'PGEvPg=='
