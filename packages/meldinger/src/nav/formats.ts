/** What NAV is sent, each in one version; answered with AppRec 1.0. */
import { sent } from '../format.ts'
import { Legeerklaring, legeerklaringNs } from './legeerklaering.ts'
import { Sykmelding, sykmeldingNs } from './sykmelding.ts'

const root = 'HelseOpplysningerArbeidsuforhet'

export const navFormats = {
  [root]: {
    '2013-10-01': sent(root, '2013-10-01', sykmeldingNs, Sykmelding, '1.0', {
      SYKMELD: 'Medisinsk vurdering av arbeidsmulighet ved sykdom, sykmelding'
    })
  },
  Legeerklaring: {
    '2008-06-06': sent('Legeerklaring', '2008-06-06', legeerklaringNs, Legeerklaring, '1.0', {
      LEGEERKL: 'Legeerklæring ved arbeidsuførhet'
    })
  }
}
