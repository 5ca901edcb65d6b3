/** Service types (lists 8658–8669) whose parties keep their records here: all that no other service plays. */

/** Hospitals (list 8668), with their laboratories, imaging (8660) and what hospitals share with others (8666). */
const hospital = [
  ...['1', '11', '2', '3', '4', 'H07', 'H08', 'PB', 'PV', 'PV04'].map((code) => `8668-${code}`),
  ...['S02', 'S03', 'S04', 'S05', 'S06', 'S07', 'S08', 'S09'].map((code) => `8668-${code}`),
  ...['S10', 'S11', 'S12', 'S14', 'S15', 'S16', 'S17'].map((code) => `8668-${code}`),
  ...['02', '03', '04', '05', '06', '07', '08', '09', '10', '11'].map((code) => `8668-S02${code}`),
  ...['01', '02', '03', '04', '05', '06', '07', '08'].map((code) => `8668-S03${code}`),
  ...['S0401', 'S0403', 'S0704', 'S0908'].map((code) => `8668-${code}`),
  ...['B', 'B06', 'L', 'L02', 'L03', 'L04', 'L06'].map((code) => `8660-${code}`),
  ...['04', '10', '8', 'FR', 'KP04', 'R'].map((code) => `8666-${code}`)
]

/** General practitioners by name, lists without one, and their offices. */
const generalPractice = ['person', '8663-KX17', '8663-KA01']

/** Doctors and others of the municipality whose records are not those of nursing and care (list 8663, 8666). */
const municipality = [
  '8663-KP01', // Legetjeneste ved sykehjem mv.
  '8663-KA02', // Legevakt
  '8663-KX05', // Øyeblikkelig hjelp døgntilbud (ØHD)
  ...['KA03', 'KF01', 'KF0103', 'KX04', 'KX06', 'KX07', 'KX15'].map((code) => `8663-${code}`),
  ...['KF0104', 'KP03'].map((code) => `8666-${code}`)
]

/** National services (8658), as long as they have no service of their own. */
const others = ['10', '11', '4', '6', '7', '9'].map((code) => `8658-${code}`)

export const tjenester: readonly string[] = [...hospital, ...generalPractice, ...municipality, ...others]
