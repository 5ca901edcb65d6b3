/** A medicine that the pharmacy makes after the prescription (magistrell forskrivning, Forskrivning 2013-10-08). */
import { allOf } from '../felles/checks.ts'
import { CS, CV, PQ } from '../felles/kith.ts'
import { ncName, text } from '../felles/leaves.ts'
import { element, exactlyOneOf, many, optional } from '../xml/schema.ts'
import { generation2013 } from './generation.ts'
import { legemiddel } from './legemiddel.ts'

const { namespace: fs } = generation2013
const { LegemiddelMerkevare, Legemiddelpakning, LegemiddelVirkestoff } = legemiddel(generation2013)

const Utblanding = optional(element(fs, { Adqs: CS }))
const MengdeBestanddel = optional(element(fs, { Mengde: PQ }))
const Styrke = optional(element(fs, { Teller: PQ, Nevner: optional(PQ) }))
const Virkestoff = element(fs, { Id: ncName, Navn: text, RefVirkestoff: many(ncName) })

const BestanddelLegemiddel = element(
  fs,
  {
    LegemiddelMerkevare: optional(LegemiddelMerkevare),
    Legemiddelpakning: optional(Legemiddelpakning),
    LegemiddelVirkestoff: optional(LegemiddelVirkestoff),
    Utblanding,
    MengdeBestanddel
  },
  allOf(
    exactlyOneOf('LegemiddelMerkevare', 'Legemiddelpakning', 'LegemiddelVirkestoff'),
    exactlyOneOf('Utblanding', 'MengdeBestanddel')
  )
)
const BestanddelAnnet = element(
  fs,
  { NavnFormStyrke: text, Utblanding, MengdeBestanddel, Styrke },
  exactlyOneOf('Utblanding', 'MengdeBestanddel', 'Styrke')
)
const BestanddelVirkestoff = element(
  fs,
  { Virkestoff, Styrke, MengdeBestanddel },
  exactlyOneOf('Styrke', 'MengdeBestanddel')
)

export const Legemiddelblanding = element(fs, {
  Navn: text,
  TilbOppl: text,
  Mengde: PQ,
  Legemiddelform: CV,
  BestanddelLegemiddel: many(BestanddelLegemiddel),
  BestanddelAnnet: many(BestanddelAnnet),
  BestanddelVirkestoff: many(BestanddelVirkestoff)
})
