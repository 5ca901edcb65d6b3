/** Services that the municipality gives, and services that are needed (poKomponent). */
import { CV } from '../felles/kith.ts'
import { boolean, date, decimal, double, text } from '../felles/leaves.ts'
import { element, optional } from '../xml/schema.ts'
import { perVersion } from './version.ts'

export const tjeneste = perVersion(({ po }) => {
  const EksisterendeTjeneste = element(po, {
    IPLOStjenestetype: optional(CV),
    BetegnelseTjeneste: optional(text),
    PrivatTjeneste: boolean,
    TjenestenLevertAv: optional(text),
    OpplysningerOmTjenesten: optional(text),
    AntallEnheter: optional(decimal),
    Enhet: optional(text),
    Startdato: optional(date),
    Sluttdato: optional(date),
    Merknad: optional(text)
  })
  const TjenesteBehov = element(po, {
    IPLOStjenestetype: optional(CV),
    BetegnelseTjeneste: optional(text),
    VedInstitusjon: optional(text),
    BeskrivelseAvTjeneste: optional(text),
    AntallEnheterOnsket: optional(double),
    Enhet: optional(text)
  })
  return { EksisterendeTjeneste, TjenesteBehov }
})
