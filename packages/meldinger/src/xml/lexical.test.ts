/** The lexical forms, case by case. */
import { expect, test } from 'vitest'
import type { Lexical } from './lexical.ts'
import {
  anyUri,
  base64,
  boolean,
  date,
  dateTime,
  decimal,
  double,
  gYear,
  gYearMonth,
  integer,
  oid,
  timestamp
} from './lexical.ts'

test.each<[Lexical, string[]]>([
  [date, ['2026-01-05', '2024-02-29', '2026-01-05Z', '2026-01-05+01:00', ' 2026-01-05\n']],
  [dateTime, ['2026-01-05T10:11:54', '2026-01-05T10:11:54.123Z', '2026-01-05T24:00:00', '2026-01-05T10:11:54+14:00']],
  [timestamp, ['2026', '2026-01', '2026-01-05', '2026-01-05T10:11:54', '10:11:54']],
  [gYear, ['2026', '12026', '2026Z']],
  [gYearMonth, ['2026-12']],
  [boolean, ['true', 'false', '1', '0']],
  [integer, ['0', '-12', '+007']],
  [decimal, ['1', '1.', '.5', '-0.50']],
  [double, ['1e3', '-1.5E-2', 'INF', '-INF', 'NaN']],
  [oid, ['1', '2.16.578.1.12.4.1.1.8221']],
  [anyUri, ['', 'tel:73555555', 'a/b:c', 'tel: 12 34', 'a%20b']],
  [base64, ['', 'QUJD', 'QUI=', 'QQ =\n=']]
])('$name takes what the XSD takes', (lexical, forms) => {
  expect(forms.filter((form) => !lexical.accepts(form))).toEqual([])
})

test.each<[Lexical, string[]]>([
  [date, ['', '2026-1-5', '2026-02-29', '2026-13-01', '0000-01-01', '2026-01-05T10:00:00', '\u00a02026-01-05']],
  [
    dateTime,
    ['2026-01-05', '2026-01-05T25:00:00', '2026-01-05T10:60:00', '2026-01-05 10:00:00', '2026-01-05T24:00:01']
  ],
  [timestamp, ['', '05.01.2026']],
  [gYear, ['26', '02026', '0000']],
  [gYearMonth, ['2026-13', '2026']],
  [boolean, ['TRUE', 'ja', '']],
  [integer, ['1.0', '', 'x']],
  [decimal, ['1,5', '1e3', '.']],
  [double, ['', '1,5', 'Infinity']],
  [oid, ['', '1.', '.1', '1..2', 'x']],
  [anyUri, ['1:2', 'a%zz']],
  [base64, ['QUJ', 'Q===', 'å']]
])('$name refuses what the XSD refuses', (lexical, forms) => {
  expect(forms.filter((form) => lexical.accepts(form))).toEqual([])
})
