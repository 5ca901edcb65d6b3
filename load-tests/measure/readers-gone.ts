/** Whoever reads what a claim says may have seen enough (`npm run load | head`): what is measured is kept all the same. */

/** Told twice, it is as good as once. */
export function letReadersGo(): void {
  process.stdout.removeListener('error', onError).on('error', onError)
}

function onError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}
