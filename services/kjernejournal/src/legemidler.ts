/** A medicine as kjernejournal keeps it: dispensed (M8.1), or in use (M25.4). */

export type Kode = { readonly code: string; readonly name?: string }

export type Legemiddel = {
  /** NavnFormStyrke, or the name of the mixture or supply. */
  readonly navn: string
  readonly atc?: Kode
  /** Varenummer of the package (FEST). */
  readonly varenr?: string
  /** List 7448. */
  readonly form?: Kode
  /** DosVeiledEnkel: how it is used. */
  readonly dosering?: string
  readonly bruksomrade?: string
  /** Legemiddel, or handelsvare: supplies and nutrition. */
  readonly isHandelsvare?: true
}

export type Utlevering = {
  /** ReferanseM10: the report of the pharmacy; an annulment names it. */
  readonly id: string
  readonly reseptId: string
  /** Utleveringsdato, milliseconds since 1970. */
  readonly at: number
  readonly legemiddel: Legemiddel
  readonly antall?: string
  readonly utleverer: string
  /** A prescription on paper or by telephone. */
  readonly isPapir?: true
  /** A locked prescription is found by its reference number only. */
  readonly isLast?: true
}

export type LegemiddelIBruk = {
  readonly id: string
  readonly legemiddel: Legemiddel
  readonly reseptId?: string
  /** SistEndret, and DatoOppstart as it came. */
  readonly endretAt: number
  readonly fra?: string
}

/** A reaction to a medicine, as the doctor's list tells of it (Allergi of M25.4). */
export type Allergi = {
  readonly atc?: Kode
  /** Varenavn, else the substances. */
  readonly navn?: string
  /** List 7497, and list 7498. */
  readonly reaksjon?: Kode
  readonly kilde?: Kode
  readonly kommentar?: string
  /** It turned out to be none. */
  readonly isAvkreftet?: true
  /** Milliseconds since 1970. */
  readonly oppdatertAt: number
}
