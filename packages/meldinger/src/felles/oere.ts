/** Money as the standards write it (MO), counted in whole øre. */

type Amount = { readonly V: string; readonly U: string }

/** In whole øre. An amount that says none is nothing. */
export const oereOf = ({ V = '0' }: { readonly V?: string | undefined }): number => Math.round(Number(V) * 100)
export const amountOf = (oere: number): Amount => ({ V: (oere / 100).toFixed(2), U: 'NOK' })
