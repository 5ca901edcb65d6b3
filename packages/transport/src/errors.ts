/** What can go wrong between a service and the exchange. */

/** The server refuses a message for good, or has what cannot be corrected: retrying cannot help. */
export class RefusedError extends Error {
  override name = 'RefusedError'
}

/** Nobody answered a question in time. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError'
}

/** Somebody took a question and could not answer it. */
export class FailedAnswerError extends Error {
  override name = 'FailedAnswerError'
}

/** True for a failure of the store itself (disk, file, lock), which is no fault of what was being written. */
export const isStoreFailure = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_SQLITE_ERROR'
