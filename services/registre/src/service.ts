/** Registre: the national registers that only receive. Dødsårsaksregisteret takes causes of death. */

export const registre = {
  name: 'registre',
  version: '0.1.0',
  description: 'National registers that receive and acknowledge: Dødsårsaksregisteret',
  hears: { tjenester: [], events: [] },
  says: [],
  answers: ['dodsarsak', 'arsakstall']
} as const
