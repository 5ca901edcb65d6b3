/** What can go wrong between a service and the exchange. */

/** The server refuses a message for good: retrying cannot help. */
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
