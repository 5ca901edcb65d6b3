/** The stay, and the control appointment after it (poKomponent). */
import { boolean, dateTime, integer, text } from '../felles/leaves.ts'
import { element, exactlyOneOf, optional } from '../xml/schema.ts'
import { hendelse } from './hendelse.ts'
import { perVersion } from './version.ts'

export const opphold = perVersion((version) => {
  const { po, since16 } = version
  const { TidsfestetHendelse } = hendelse(version)
  const OpplysningOpphold = element(po, { TidsfestetHendelse })
  const InformertOm = element(po, { PasientInformert: boolean, ParorendeInformert: boolean })
  const InformasjonOmTime = element(po, {
    BestiltKontrolltime: boolean,
    TidspunktTime: optional(dateTime),
    Varighet: optional(integer),
    StedTime: optional(text),
    InformertOm: optional(InformertOm)
  })
  const KontrolltimeBestill = element(po, { PasientParorendeBestiller: boolean, InformertOm: optional(InformertOm) })
  const InformasjonOmTentativTime = element(po, {
    TentativtTidspunktTime: optional(text),
    StedTime: optional(text),
    Merknad: optional(text),
    InformertOm: optional(InformertOm)
  })
  const InfoKontrolltime = element(
    po,
    {
      InformasjonOmTime: optional(InformasjonOmTime),
      KontrolltimeBestill: optional(KontrolltimeBestill),
      InformasjonOmTentativTime: since16(optional(InformasjonOmTentativTime))
    },
    exactlyOneOf('InformasjonOmTime', 'KontrolltimeBestill', 'InformasjonOmTentativTime')
  )
  return { OpplysningOpphold, InfoKontrolltime }
})
