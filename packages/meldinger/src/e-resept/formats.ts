/** The messages of e-resept: one line each, by the name that everybody calls them. */
import assert from 'node:assert/strict'
import type { Format } from '../format.ts'
import { format } from '../format.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { FEST } from './fest/fest.ts'
import { Ekspederingsanmodning } from './ekspederingsanmodning.ts'
import { AnmodningSLV, SoknadSLV, SvarSLV } from './godkjenningsfritak.ts'
import { M251, M252, M253, M254 } from './legemidler-i-bruk.ts'
import { M271, M272, M28, M911, M911of2014, M912, M912of2014, M921, M922 } from './multidose.ts'
import { M93, ReseptNedlasting } from './nedlasting.ts'
import { M9NA1, M9NA2, M9NA3, M9NA4 } from './nettapotek.ts'
import { Oppgjorskrav, Oppgjorsresultat, Utbetaling } from './oppgjor.ts'
import { M41, M42 } from './referansenummer.ts'
import { SoknadHelfo, Soknadssvar } from './refusjon.ts'
import { M95, M95of2015, M96, M96of2015, M97, M97of2015, M98, M98of2015 } from './rekvirent-sok.ts'
import { Resept } from './resept.ts'
import { ForesporselReseptUtleverer, Reseptliste } from './reseptliste.ts'
import { Samtykke, SvarSamtykke } from './samtykke.ts'
import { KvitteringTilbakekalling, SlettetReseptRF, Tilbakekalling } from './tilbakekalling.ts'
import { typeNames } from './type-names.ts'
import {
  Notifisering,
  Utleveringsrapport,
  UtleveringsrapportFastlege,
  UtleveringsrapportKjernejournal,
  UtleveringsrapportRekvirent
} from './utleveringsrapport.ts'
import { Verify } from './verify.ts'

export const eresept = {
  M1: { '2013-10-08': sent('M1', 'Resept', Resept) },
  M2: { '2017-12-01': sent('M2', 'SoknadHelfo', SoknadHelfo) },
  M3: { '2010-05-01': sent('M3', 'AnmodningSLV', AnmodningSLV) },
  'M4.1': { '2006-10-06': sent('M4.1', 'M41', M41) },
  'M4.2': { '2006-10-06': sent('M4.2', 'M42', M42) },
  M5: { '2013-04-16': sent('M5', 'Tilbakekalling', Tilbakekalling) },
  'M5.2': { '2013-12-01': sent('M5.2', 'KvitteringTilbakekalling', KvitteringTilbakekalling) },
  M6: { '2013-10-08': sent('M6', 'UtleveringsrapportRekvirent', UtleveringsrapportRekvirent) },
  M7: { '2008-05-01': sent('M7', 'SlettetReseptRF', SlettetReseptRF) },
  M8: { '2013-10-08': sent('M8', 'UtleveringsrapportFastlege', UtleveringsrapportFastlege) },
  'M8.1': { '2013-10-08': sent('M8.1', 'UtleveringsrapportKjernejournal', UtleveringsrapportKjernejournal) },
  'M9.1': { '2013-10-08': sent('M9.1', 'ForesporselReseptUtleverer', ForesporselReseptUtleverer) },
  'M9.2': { '2013-10-08': sent('M9.2', 'Reseptliste', Reseptliste) },
  'M9.3': { '2010-06-04': sent('M9.3', 'M93', M93) },
  'M9.4': { '2010-07-01': sent('M9.4', 'ReseptNedlasting', ReseptNedlasting) },
  'M9.5': { '2015-05-01': received('M9.5', 'M95', M95of2015), '2018-07-01': sent('M9.5', 'M95', M95) },
  'M9.6': { '2015-05-01': received('M9.6', 'M96', M96of2015), '2018-07-01': sent('M9.6', 'M96', M96) },
  'M9.7': { '2015-05-01': received('M9.7', 'M97', M97of2015), '2018-07-01': sent('M9.7', 'M97', M97) },
  'M9.8': { '2015-10-15': received('M9.8', 'M98', M98of2015), '2018-07-01': sent('M9.8', 'M98', M98) },
  'M9.11': { '2014-01-21': received('M9.11', 'M911', M911of2014), '2018-07-01': sent('M9.11', 'M911', M911) },
  'M9.12': { '2014-01-21': received('M9.12', 'M912', M912of2014), '2018-07-01': sent('M9.12', 'M912', M912) },
  'M9.21': { '2013-10-15': sent('M9.21', 'M921', M921) },
  'M9.22': { '2013-10-15': sent('M9.22', 'M922', M922) },
  M9NA1: { '2016-06-06': sent('M9NA1', 'M9NA1', M9NA1) },
  M9NA2: { '2016-10-26': sent('M9NA2', 'M9NA2', M9NA2) },
  M9NA3: { '2016-06-06': sent('M9NA3', 'M9NA3', M9NA3) },
  M9NA4: { '2016-06-06': sent('M9NA4', 'M9NA4', M9NA4) },
  M10: { '2013-10-08': sent('M10', 'Utleveringsrapport', Utleveringsrapport) },
  M12: { '2017-12-01': sent('M12', 'Soknadssvar', Soknadssvar) },
  M14: { '2008-12-12': sent('M14', 'SoknadSLV', SoknadSLV) },
  M15: { '2006-10-06': sent('M15', 'SvarSLV', SvarSLV) },
  M18: { '2013-04-16': sent('M18', 'Oppgjorskrav', Oppgjorskrav) },
  M20: { '2013-10-08': sent('M20', 'Notifisering', Notifisering) },
  M21: { '2013-10-08': sent('M21', 'Ekspederingsanmodning', Ekspederingsanmodning) },
  M22: { '2006-10-06': sent('M22', 'Oppgjorsresultat', Oppgjorsresultat) },
  M23: { '2006-10-06': sent('M23', 'Utbetaling', Utbetaling) },
  'M24.1': { '2009-02-20': sent('M24.1', 'Samtykke', Samtykke) },
  'M24.2': { '2008-10-03': sent('M24.2', 'SvarSamtykke', SvarSamtykke) },
  'M25.1': { '2013-10-08': sent('M25.1', 'LegemidlerIBruk', M251) },
  'M25.2': { '2013-10-08': sent('M25.2', 'LegemidlerIBruk', M252) },
  'M25.3': { '2013-10-08': sent('M25.3', 'LegemidlerIBruk', M253) },
  'M25.4': { '2013-10-08': sent('M25.4', 'LegemidlerIBruk', M254) },
  'M27.1': { '2013-04-16': sent('M27.1', 'M271', M271) },
  'M27.2': { '2013-04-16': sent('M27.2', 'M272', M272) },
  M28: { '2012-06-11': sent('M28', 'M28', M28) },
  M30: { '2014-12-01': sent('M30', 'FEST', FEST) },
  MV: { '2017-01-01': sent('MV', 'Verify', Verify) }
}

/** A generation that is sent. */
function sent<S extends Schema>(name: string, root: string, schema: S): Format<Infer<S>> {
  return generation({ name, root, isSent: true }, schema)
}

/** An earlier generation, which the official examples still show. */
function received<S extends Schema>(name: string, root: string, schema: S): Format<Infer<S>> {
  return generation({ name, root, isSent: false }, schema)
}

/** A generation is named by the end of its namespace, its type by its own name. AppRec 1.0 answers all of e-resept. */
function generation<S extends Schema>(about: Pick<Format, 'name' | 'root' | 'isSent'>, schema: S): Format<Infer<S>> {
  const namespace = schema.kind === 'complex' ? schema.namespace : ''
  const version = namespace.slice(namespace.lastIndexOf('/') + 1)
  return format({ ...about, version, namespace, types: typeOf(about.name), appRec: '1.0' }, schema)
}

/** 'M9.1' travels as ERM91. */
function typeOf(name: string): Format['types'] {
  const code = `ER${name.replaceAll('.', '')}`
  const displayName = typeNames[code]
  assert(displayName !== undefined, `${code} has a name in type-names.ts`)
  return { [code]: displayName }
}
