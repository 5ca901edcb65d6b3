/** The namespaces of e-resept end in a message and the date of its generation. */

/** @param path e.g. 'm1/2013-10-08' */
export const kithNs = (path: string) => `http://www.kith.no/xmlstds/eresept/${path}`

/** Since 2017 the directorate publishes under a name of its own. */
export const ehelseNs = (path: string) => `http://www.ehelse.no/xmlstds/eresept/${path}`
