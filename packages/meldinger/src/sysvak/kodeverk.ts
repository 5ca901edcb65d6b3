/** KodeverkRequest and KodeverkResponse: the code lists that SYSVAK judges by, as it has them. */
import { CS, CV } from '../felles/kith.ts'
import { oneOf } from '../xml/lexical.ts'
import type { Infer } from '../xml/schema.ts'
import { element, leaf, many, some } from '../xml/schema.ts'
import { Behandlingsresultat, sysvakNs } from './vaksinasjon.ts'

const lists = {
  Fylke: many(CS),
  Kommune: many(CS),
  Bydel: many(CS),
  Poststed: many(CS),
  Kjonn: many(CS),
  PersonTypeId: many(CV),
  VaksinandDokumentasjonTypeId: many(CV),
  HelseenhetTypeId: many(CV),
  VaksinasjonDokumentasjonTypeId: many(CV),
  Vaksine: many(CV),
  Preparat: many(CV),
  ArsakTilManglendeVaksinering: many(CV),
  Varighet: many(CV)
}

export const KodeverkRequest = element(sysvakNs('kodeverkrequest'), {
  KodeverkType: some(leaf(oneOf(...Object.keys(lists))))
})
export type KodeverkRequest = Infer<typeof KodeverkRequest>

export const KodeverkResponse = element(sysvakNs('kodeverkresponse'), { Behandlingsresultat, ...lists })
export type KodeverkResponse = Infer<typeof KodeverkResponse>
