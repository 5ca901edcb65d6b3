/** What a list says of what is prescribed (Reseptinfo of M9.2 and M9NA2), as the M1 said it. */
import type { ContentOf, Reseptinfo } from '@budstikka/meldinger'

type M1 = ContentOf<'M1'>

/** The elements that both lists have, in their names. */
export type Vare = Partial<
  Pick<
    Reseptinfo,
    | 'Nr'
    | 'LegemiddelblandingNavn'
    | 'ProdGruppe'
    | 'RefHjemmel'
    | 'Mengde'
    | 'TidligsteUtlevering'
    | 'MetodeEkspedering'
  >
>
/** The size of a package, which a pharmacy's list has too. */
export type Pakning = Partial<Pick<Reseptinfo, 'Pakningsstr' | 'EnhetPakning'>>

export function vareOf({ ReseptDokLegemiddel: legemiddel, ReseptDokHandelsvare: vare, ...m1 }: M1): Vare {
  const { Legemiddelpakning, Legemiddelblanding } = legemiddel?.Forskrivning ?? {}
  const { RefHjemmel } = legemiddel ?? vare ?? {}
  const Nr = Legemiddelpakning?.Varenr ?? (vare?.Naringsmiddel ?? vare?.MedForbMatr)?.Nr
  return {
    ...(Nr !== undefined && { Nr }),
    ...(Legemiddelblanding && { LegemiddelblandingNavn: Legemiddelblanding.Navn }),
    ...(vare?.ProdGruppe && { ProdGruppe: vare.ProdGruppe }),
    ...(RefHjemmel && { RefHjemmel }),
    ...(legemiddel?.Mengde && { Mengde: legemiddel.Mengde }),
    ...(m1.TidligsteUtlevering !== undefined && { TidligsteUtlevering: m1.TidligsteUtlevering }),
    ...(m1.EkspAnm && { MetodeEkspedering: m1.EkspAnm.MetodeEkspedering })
  }
}

export function pakningOf({ ReseptDokLegemiddel }: M1): Pakning {
  const [info] = ReseptDokLegemiddel?.Forskrivning.Legemiddelpakning?.PakningsinfoResept ?? []
  return info === undefined ? {} : { Pakningsstr: info.Pakningsstr, EnhetPakning: info.EnhetPakning }
}
