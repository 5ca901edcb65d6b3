/** A person's number as SYSVAK writes it (list 8327). */
import { oidOf } from '@budstikka/meldinger'

/** A number whose day is raised by 40 is a D-nummer. */
export const identOf = (id: string) => ({
  Id: id,
  TypeId:
    id < '4' ? { V: 'FNR', S: oidOf('8327'), DN: 'Fødselsnummer' } : { V: 'DNR', S: oidOf('8327'), DN: 'D-nummer' }
})
