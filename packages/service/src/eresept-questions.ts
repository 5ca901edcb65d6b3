/** The questions that Reseptformidleren answers beside the look-ups of the standard. A person number stands in a body only. */

/**
 * Vis: `{ id }`, a ReseptId or a person number → the prescriptions, with their trail, and what is known of that person, for whoever runs it.
 * The others are Helsenorge's, for a citizen: `{ bevis, sporsmal }`, the token of who has logged in and `{ gjelder?, fullmakt? }` → what
 * was dispensed in three years, and what can be had with the date of the list.
 */
export const ereseptSubjects = {
  vis: 'oppslag.e-resept.vis',
  legemidler: 'oppslag.e-resept.legemidler',
  resepter: 'oppslag.e-resept.resepter'
} as const

/** Nothing but `{ til }`, the HER-id of who fetches → FEST as M30, in XML. The real one is fetched by a web service (GetM30). */
export const festSubject = 'oppslag.registre.fest'
