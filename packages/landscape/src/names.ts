/** Names for invented people: an adjective and a noun, so that nobody takes them for real (as Skatteetaten names its own). */
import { pick } from './random.ts'
import type { Rng } from './random.ts'

/** A given and a family name. */
export function inventName(rng: Rng): { givenName: string; familyName: string } {
  return { givenName: pick(rng, adjectives), familyName: pick(rng, nouns) }
}

const adjectives = words(`
  Aktiv Blid Brå Djerv Djup Dristig Edel Ekte Elegant Enkel Ettertenksom Evig Fager Fin Fjern Fornuftig Forsiktig Frisk Frodig
  Gild Glad God Grundig Grønn Gul Herlig Hissig Humørfylt Høflig Iherdig Ivrig Klok Kjapp Kjølig Kraftig Kry Kvikk Lett Liberal Lun
  Lystig Lysende Munter Myk Modig Nobel Nydelig Nysgjerrig Oppriktig Optimal Pen Presis Rask Raus Rolig Romslig Rund Rødlig Sart
  Sindig Skarp Smidig Snill Sprek Spretten Stille Stolt Streng Sunn Søvnig Taktfast Tapper Tenksom Tilfreds Travel Treg Trygg Trofast
  Ufin Uklar Upresis Utfyllende Vaken Varm Vennlig Vis Vital Våken Ydmyk Åpen Ærlig
`)
const nouns = words(`
  Agurk Alge Ape Appelsin Aske Bakke Bamse Bekk Benk Bille Bjelle Bolle Bringebær Brygge Bukett Bølge Dal Delfin Drage Due Eik Elg
  Enhjørning Eple Fasan Fjell Fjord Flaggstang Flaske Flette Fløyte Fork Frosk Gaffel Gaupe Geit Gitar Gran Gress Hage Hammer Hare
  Hatt Havre Hegg Helg Hest Humle Høne Iris Jolle Kanin Kattunge Kiste Kjede Kløver Kopp Krabbe Krukke Lampe Ladning Lerke Lilje
  Lykt Løk Maskin Maur Mose Mynte Måke Narsiss Nisse Nøkkel Nøtt Okse Orkan Pensel Pinne Plomme Post Pute Rev Ringblomst Rips Rose
  Rype Saks Seng Skje Skog Skute Spade Spurv Stein Stjerne Stol Sykkel Tavle Teppe Tinde Tiur Topp Trane Trost Trekant Tulipan Ugle
  Vase Veggpryd Vind Vinge Vott Yoghurt Ål Åker
`)

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
