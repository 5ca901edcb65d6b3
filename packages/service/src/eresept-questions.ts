/** The question that Reseptformidleren answers to whoever runs it, beside the look-ups of the standard. */

/** Vis: `{ id }`, a ReseptId or a person number → the prescriptions, with their trail. A person number stands in a body only. */
export const ereseptSubjects = { vis: 'oppslag.e-resept.vis' } as const
