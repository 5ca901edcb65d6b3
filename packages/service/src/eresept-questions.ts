/** The question that Reseptformidleren answers to whoever runs it, beside the look-ups of the standard. */

/** Vis: `{ id }`, a ReseptId or a person number → the prescriptions, with their trail. A person number stands in a body only. */
export const ereseptSubjects = { vis: 'oppslag.e-resept.vis' } as const

/** Nothing but `{ til }`, the HER-id of who fetches → FEST as M30, in XML. The real one is fetched by a web service (GetM30). */
export const festSubject = 'oppslag.registre.fest'
