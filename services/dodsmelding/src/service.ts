/** Dødsmelding: a doctor tells of a death once, and Folkeregisteret and Dødsårsaksregisteret are each told, whatever ails the other. */

export const dodsmelding = {
  name: 'dodsmelding',
  version: '0.1.0',
  description: 'Deaths from doctors to Folkeregisteret, and their causes to Dødsårsaksregisteret',
  hears: { tjenester: [], events: [] },
  says: [],
  answers: ['dodsfall', 'annullering', 'dodsarsak', 'melding']
} as const
