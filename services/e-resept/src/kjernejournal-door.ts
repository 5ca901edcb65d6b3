/** The door for Kjernejournal: which prescriptions of a person are valid, as a list of prescriptions tells of each (Reseptinfo). */
import { dayOf, dayStart } from '@budstikka/meldinger'
import { answerJson, ereseptSubjects, type GyldigeResepter, GyldigeSporsmal } from '@budstikka/service'
import type { Endpoint } from '@budstikka/transport'
import { isForeldet, type Resept } from './resept.ts'
import { shown } from './shown.ts'
import type { ReseptMemory } from './state.ts'

export const kjernejournalDoor = (memory: Pick<ReseptMemory, 'find' | 'pasient'>): Endpoint => ({
  name: 'gyldige',
  subject: ereseptSubjects.gyldige,
  answer: ({ body }) => answerJson(GyldigeSporsmal, body, (asked) => gyldigeFor(memory, asked))
})

/** Whoever is blocked here, or looks at somebody who has reserved, sees none, as of M9.6. */
function gyldigeFor(
  { find, pasient }: Pick<ReseptMemory, 'find' | 'pasient'>,
  { fodselsnummer, hprNummer, at }: GyldigeSporsmal
): GyldigeResepter {
  const { isReservert, blokkerte = [] } = pasient(fodselsnummer)
  if (isReservert || blokkerte.includes(hprNummer.padStart(9, '0'))) return { harLaste: false, resepter: [] }
  const liste = find(fodselsnummer)
  return {
    harLaste: liste.some((one) => one.isLocked === true && isOpen(one) && !isForeldet(one, at)),
    resepter: shown(liste, { isForAll: false, refNumre: [] }, at).map(gyldigOf)
  }
}

const isOpen = ({ status }: Resept) => status === 'E' || status === 'U'

const gyldigOf = ({ id, details, utloper, rekvirent: { hprNummer, navn }, reiterasjon }: Resept) => ({
  reseptId: id,
  navn: details.navnFormStyrke ?? '',
  ...(details.bruksomrade !== undefined && { bruksomrade: details.bruksomrade }),
  // The schema has a time zone in a date.
  forskrevet: dayOf(dayStart(details.forskrivningsdato)),
  gyldigTil: dayOf(utloper - 1),
  rekvirent: { hprNummer, navn },
  reiterasjon
})
