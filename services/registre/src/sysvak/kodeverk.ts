/** The code lists that SYSVAK judges by, for who asks; those of addresses it keeps to itself here (our choice). */
import { type KodeverkRequest, type KodeverkResponse, sex, sysvakCodesOf } from '@budstikka/meldinger'
import { resultatOf } from './resultat.ts'

const lists: Partial<Omit<KodeverkResponse, 'Behandlingsresultat'>> = {
  Kjonn: [sex('1'), sex('2')],
  Vaksine: sysvakCodesOf('9501'),
  Preparat: sysvakCodesOf('9554'),
  VaksinasjonDokumentasjonTypeId: sysvakCodesOf('9555'),
  ArsakTilManglendeVaksinering: sysvakCodesOf('9551'),
  Varighet: sysvakCodesOf('9552')
}

export function kodeverk({ KodeverkType }: KodeverkRequest): KodeverkResponse {
  const asked = Object.entries(lists).filter(([name]) => KodeverkType.includes(name))
  return { Behandlingsresultat: resultatOf([]), ...Object.fromEntries(asked) }
}
