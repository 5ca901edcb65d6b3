/** What Helfo is asked and claimed, each in one version; answered with AppRec 1.0. */
import { type Format, sent } from '../format.ts'
import type { Infer, Schema } from '../xml/schema.ts'
import { BehandlerKrav, bkm } from './behandlerkrav.ts'
import {
  EgenandelForesporselV2,
  EgenandelMengdeForesporselV2,
  EgenandelMengdeSvarV2,
  egenandelNs,
  EgenandelSvarV2,
  mengdeNs
} from './egenandel.ts'
import { FastlegeForesporsel, fastlegeNs, FastlegeSvar } from './fastlege.ts'

export const helfoFormats = {
  EgenandelForesporselV2: of2016(
    'EgenandelForesporselV2',
    egenandelNs,
    EgenandelForesporselV2,
    'Forespørsel om egenandel'
  ),
  EgenandelSvarV2: of2016('EgenandelSvarV2', egenandelNs, EgenandelSvarV2, 'Svar på forespørsel om egenandel'),
  EgenandelMengdeForesporselV2: of2016(
    'EgenandelMengdeForesporselV2',
    mengdeNs,
    EgenandelMengdeForesporselV2,
    'Mengdeforespørsel om egenandel'
  ),
  EgenandelMengdeSvarV2: of2016(
    'EgenandelMengdeSvarV2',
    mengdeNs,
    EgenandelMengdeSvarV2,
    'Svar på mengdeforespørsel om egenandel'
  ),
  FastlegeForesporsel: {
    '2010-02-01': sent('FastlegeForesporsel', '2010-02-01', fastlegeNs, FastlegeForesporsel, '1.0', {
      FastlegeForesporsel: 'Forespørsel om pasientens fastlege'
    })
  },
  FastlegeSvar: {
    '2010-02-01': sent('FastlegeSvar', '2010-02-01', fastlegeNs, FastlegeSvar, '1.0', {
      FastlegeSvar: 'Svar på forespørsel om pasientens fastlege'
    })
  },
  BehandlerKrav: {
    '2006-12-20': sent('BehandlerKrav', '2006-12-20', bkm, BehandlerKrav, '1.0', {
      LOM: 'Legeoppgjørsmelding',
      POM: 'Poliklinisk oppgjørsmelding'
    })
  }
}

/** The type (list 8279) is the root's name. */
function of2016<S extends Schema>(
  root: string,
  namespace: string,
  schema: S,
  name: string
): { readonly '2016-06-10': Format<Infer<S>> } {
  return { '2016-06-10': sent(root, '2016-06-10', namespace, schema, '1.0', { [root]: name }) }
}
