/** Invented clinical wording in Norwegian: no real case stands behind any of it. */

export const diagnoses = [
  'Hjertesvikt',
  'Brudd i lårhals',
  'Kronisk obstruktiv lungesykdom',
  'Lungebetennelse',
  'Hjerneinfarkt',
  'Urinveisinfeksjon',
  'Diabetes mellitus type 2',
  'Rosen i venstre legg',
  'Atrieflimmer',
  'Dehydrering',
  'Begynnende demens',
  'Beinskjørhet'
] as const

export const caves = [
  'Ingen kjente',
  'Ingen kjente',
  'Ingen kjente',
  'Penicillin: utslett',
  'Morfin: kvalme og uro',
  'Acetylsalisylsyre: astma',
  'Jodholdig kontrastmiddel'
] as const

/** Substance, strength in mg, dose, use (list 9101). */
export const medicines: readonly (readonly [name: string, strength: string, dose: string, use: '1' | '2' | '3'])[] = [
  ['Bumetanid', '1', '2 tabl kl 08 og 13', '1'],
  ['Ramipril', '2.5', '1 tabl kl 08', '1'],
  ['Atorvastatin', '40', '1 tabl kl 22', '1'],
  ['Isosorbidmononitrat', '30', '2 tabl kl 08', '1'],
  ['Metoprolol', '50', '1 tabl kl 08', '1'],
  ['Paracetamol', '500', '2 tabl ved smerter, høyst 8 i døgnet', '3'],
  ['Apiksaban', '5', '1 tabl kl 08 og 20', '1'],
  ['Metformin', '500', '1 tabl kl 08 og 18', '1'],
  ['Fenoksymetylpenicillin', '660', '1 tabl fire ganger daglig i sju dager', '2'],
  ['Levotyroksin', '0.05', '1 tabl kl 08', '1'],
  ['Zopiklon', '5', '1 tabl til natten ved behov', '3'],
  ['Kalsiumkarbonat', '500', '1 tabl kl 08', '1']
]

/** Code of list 9151, what it is called, amount and unit. */
export const services: readonly (readonly [
  code: '1' | '4' | '5' | '6' | '15' | '27',
  name: string,
  amount: string,
  unit: string
])[] = [
  ['15', 'Hjemmesykepleie', '5', 'timer hver uke'],
  ['1', 'Rengjøring av bolig', '1.5', 'timer hver andre uke'],
  ['5', 'Middag på døra', '0.5', 'time hver dag'],
  ['6', 'Trygghetsalarm', '1', 'alarm'],
  ['27', 'Medisindispenser', '1', 'dispenser'],
  ['4', 'Dagsenter', '2', 'dager hver uke']
]
