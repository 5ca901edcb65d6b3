/** The messages of SYSVAK, each in the one version that there is; their types are those of list 8279. */
import { sent } from '../format.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import type { Format } from '../format.ts'
import { sysvakNs } from './vaksinasjon.ts'
import { HendelseRequest, HendelseResponse } from './hendelse.ts'
import { KodeverkRequest, KodeverkResponse } from './kodeverk.ts'
import { SokRequest, SokResponse } from './sok.ts'

export const sysvakFormats = {
  HendelseRequest: of2008('HendelseRequest', HendelseRequest, 'Hendelse'),
  HendelseResponse: of2008('HendelseResponse', HendelseResponse, 'Hendelsessvar'),
  SokRequest: of2008('SokRequest', SokRequest, 'Søk'),
  SokResponse: of2008('SokResponse', SokResponse, 'Søkesvar'),
  KodeverkRequest: of2008('KodeverkRequest', KodeverkRequest, 'Kodeverk'),
  KodeverkResponse: of2008('KodeverkResponse', KodeverkResponse, 'Kodeverkssvar')
}

/** Which AppRec answers SYSVAK no standard of ours says: that of its time, our choice. */
function of2008<S extends Schema>(root: string, schema: S, name: string): { readonly '2008-01-01': Format<Infer<S>> } {
  const types = { [root.toUpperCase()]: name }
  return { '2008-01-01': sent(root, '2008-01-01', sysvakNs(root.toLowerCase()), schema, '1.0', types) }
}
