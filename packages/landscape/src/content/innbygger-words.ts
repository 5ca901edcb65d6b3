/** What citizens write through Helsenorge, and what they are written. */

/** Subject and text by what is asked (list 7601 or 7605), '' where there is none. */
export const questions: Readonly<Record<string, readonly (readonly [emne: string, text: string])[]>> = {
  HE: [
    ['Attest', 'Jeg trenger en attest til arbeidsgiver. Hva må dere vite?'],
    ['Resultat av prøver', 'Har svarene på blodprøvene kommet, og er alt i orden?']
  ],
  SB: [
    ['Utslett på armen', 'Utslettet har vart i to uker og klør om natten. Bør jeg bruke salven lenger?'],
    ['Hoste', 'Jeg har hostet i tre uker uten feber. Bør jeg undersøkes?'],
    ['Bivirkning', 'Jeg blir svimmel av den nye medisinen. Skal jeg fortsette?']
  ],
  RF: [
    ['Blodtrykksmedisin', 'Jeg har tabletter for en uke igjen.'],
    ['Allergimedisin', 'Resepten er gått ut, og sesongen begynner snart.']
  ],
  OT: [
    ['Ønske om time', 'Helst formiddag. Jeg har vondt i et kne.'],
    ['Ønske om time', 'Gjelder årlig kontroll, det haster ikke.']
  ],
  OET: [
    ['Endring av time', 'Jeg er bortreist den dagen. Kan timen flyttes til senere i uken?'],
    ['Endring av time', 'Kan timen flyttes til ettermiddagen?']
  ],
  OAT: [['Avbestilling', 'Jeg er blitt bedre og trenger ikke timen.']],
  RT: [
    ['', 'Jeg har hatt hodepine i flere uker.'],
    ['', 'Gjelder kontroll av blodtrykket.']
  ],
  ART: [['', 'Jeg er blitt syk og kan ikke møte.']],
  OAB: [['', 'Jeg ønsker ikke å fortsette med denne behandlingen.']],
  F02: [['Forespør innsyn utlevering', 'Jeg vil se hvem som har fått opplysninger om meg.']],
  F04: [['', 'Et sykehusopphold står med feil dato. Kan dere rette det?']]
}

/** By what is answered (list 7602 or 7606), where there is something to say. */
export const replies: Readonly<Record<string, string>> = {
  '05': 'Du har fått time. Tid og sted kommer også på SMS.',
  '06': 'Det er ingen ledig time nå. Ring oss dersom det haster.',
  '07': 'Timen er flyttet.',
  '09': 'Det er viktig at du møter til denne timen.',
  '12': 'Dette går som regel over av seg selv. Bestill time om det ikke er bedre om en uke.',
  '14': 'Resepten er fornyet og kan hentes på apotek.',
  '15': 'Resepten kan ikke fornyes uten en kontroll. Bestill time.',
  '19': 'Vi har sett på henvendelsen, og alt er i orden.',
  '26': 'Timen er ikke lenger ledig.',
  '30': 'Du har ikke tilgang til denne tjenesten hos oss.',
  '34': 'Timen kan ikke flyttes. Møt som planlagt.',
  '35': 'Behandlingen er avsluttet. Ta kontakt om plagene kommer tilbake.',
  '36': 'Det er viktig at du fullfører behandlingen.',
  R03: 'Vi har ingen opplysninger om deg i registeret.',
  R06: 'Vi har ikke utlevert opplysninger om deg.'
}
