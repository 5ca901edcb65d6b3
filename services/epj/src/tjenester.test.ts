/** Everybody is played by somebody. */
import { createLandscape } from '@budstikka/landscape'
import { Tjeneste } from '@budstikka/meldinger'
import { expect, test } from 'vitest'
import { tjenester } from './tjenester.ts'

/** What pleie-omsorg, apotek, e-resept, kjernejournal and registre play; a service never imports another, so their lists stand here once more. */
const care = ['8663-KP02', '8663-KP05', '8663-KD0501', '8663-KR01', '8663-KR02']
const eresept = ['8658-1', '8664-FR', '8664-NA', '8664-PM', '8664-PR']
const core = ['8658-2']
const registers = [
  ...['3', '5', '8'].map((code) => `8658-${code}`),
  ...['2', '4', '5', '7', '8', '9', 'K02'].map((code) => `8659-${code}`)
]

test('every party of the landscape is played by exactly one service', () => {
  for (const year of [2018, 2023]) {
    const played = [...tjenester, ...care, ...eresept, ...core, ...registers]
    const parties = [...createLandscape({ year, seed: '1' }).parties()]
    const wrong = parties.filter(({ tjeneste }) => played.filter((one) => one === tjeneste).length !== 1)
    expect(new Set(wrong.map(({ tjeneste }) => tjeneste))).toEqual(new Set())
  }
})

test('no service type stands twice, and each is one', () => {
  expect(new Set(tjenester).size).toBe(tjenester.length)
  expect(tjenester.filter((tjeneste) => !Tjeneste.safeParse(tjeneste).success)).toEqual([])
})
