/** The messages of e-resept, M1 to M30: one line each, by the name that everybody calls them. */
import type { Format } from '../format.ts'
import { format } from '../format.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { AnmodningSLV, SoknadSLV, SvarSLV } from './godkjenningsfritak.ts'
import { M93, ReseptNedlasting } from './nedlasting.ts'
import { SoknadHelfo, Soknadssvar } from './refusjon.ts'
import { Resept } from './resept.ts'
import { ForesporselReseptUtleverer, Reseptliste } from './reseptliste.ts'
import { KvitteringTilbakekalling, SlettetReseptRF, Tilbakekalling } from './tilbakekalling.ts'
import {
  Notifisering,
  Utleveringsrapport,
  UtleveringsrapportFastlege,
  UtleveringsrapportKjernejournal,
  UtleveringsrapportRekvirent
} from './utleveringsrapport.ts'

export const eresept = {
  M1: { '2013-10-08': sent('M1', 'Resept', Resept, { ERM1: 'Resept' }) },
  M2: { '2017-12-01': sent('M2', 'SoknadHelfo', SoknadHelfo, { ERM2: 'Individuell søknad om refusjon til HELFO' }) },
  M12: {
    '2017-12-01': sent('M12', 'Soknadssvar', Soknadssvar, {
      ERM12: 'Søknadssvar - Individuell søknad om refusjon til HELFO'
    })
  },
  M3: { '2010-05-01': sent('M3', 'AnmodningSLV', AnmodningSLV, { ERM3: 'Grunnlag for søknad Legemiddelverket' }) },
  M14: { '2008-12-12': sent('M14', 'SoknadSLV', SoknadSLV, { ERM14: 'Søknad til Legemiddelverket' }) },
  M15: { '2006-10-06': sent('M15', 'SvarSLV', SvarSLV, { ERM15: 'Søknadssvar fra Legemiddelverket' }) },
  M5: { '2013-04-16': sent('M5', 'Tilbakekalling', Tilbakekalling, { ERM5: 'Tilbakekalling av resept' }) },
  'M5.2': {
    '2013-12-01': sent('M5.2', 'KvitteringTilbakekalling', KvitteringTilbakekalling, {
      ERM52: 'Kvittering på tilbakekalt resept'
    })
  },
  M6: {
    '2013-10-08': sent('M6', 'UtleveringsrapportRekvirent', UtleveringsrapportRekvirent, {
      ERM6: 'Utleveringsrapport rekvirent'
    })
  },
  M7: { '2008-05-01': sent('M7', 'SlettetReseptRF', SlettetReseptRF, { ERM7: 'Slettet resept i RF' }) },
  M8: {
    '2013-10-08': sent('M8', 'UtleveringsrapportFastlege', UtleveringsrapportFastlege, {
      ERM8: 'Utleveringsrapport fastlege'
    })
  },
  'M8.1': {
    '2013-10-08': sent('M8.1', 'UtleveringsrapportKjernejournal', UtleveringsrapportKjernejournal, {
      ERM81: 'Utleveringsrapport kjernejournal'
    })
  },
  'M9.1': {
    '2013-10-08': sent('M9.1', 'ForesporselReseptUtleverer', ForesporselReseptUtleverer, {
      ERM91: 'Forespørsel om tilgjengelige resepter på pasient (utleverer)'
    })
  },
  'M9.2': { '2013-10-08': sent('M9.2', 'Reseptliste', Reseptliste, { ERM92: 'Reseptliste (utleverer)' }) },
  'M9.3': { '2010-06-04': sent('M9.3', 'M93', M93, { ERM93: 'Forespørsel om nedlasting av resept' }) },
  'M9.4': { '2010-07-01': sent('M9.4', 'ReseptNedlasting', ReseptNedlasting, { ERM94: 'Nedlasting av resept' }) },
  M10: {
    '2013-10-08': sent('M10', 'Utleveringsrapport', Utleveringsrapport, { ERM10: 'Utleveringsrapport reseptbanken' })
  },
  M20: { '2013-10-08': sent('M20', 'Notifisering', Notifisering, { ERM20: 'Notifiseringsmelding' }) }
}

/** A generation that is sent, named by the end of its namespace. AppRec 1.0 answers all of e-resept. */
function sent<S extends Schema>(name: string, root: string, schema: S, types: Format['types']): Format<Infer<S>> {
  const namespace = schema.kind === 'complex' ? schema.namespace : ''
  const version = namespace.slice(namespace.lastIndexOf('/') + 1)
  return format({ name, root, version, namespace, types, isSent: true, appRec: '1.0' }, schema)
}
