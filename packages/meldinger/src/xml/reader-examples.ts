/** Documents on which the readers are tried and timed: one as large as most meldinger, small ones of rare forms. */

const MSG_HEAD = 'http://www.kith.no/xmlstds/msghead/2006-05-24'
const DIALOG = 'http://www.kith.no/xmlstds/dialog/2013-01-23'

const code = (tag: string, list: string, value: string, name: string) =>
  `<${tag} V="${value}" S="2.16.578.1.12.4.1.1.${list}" DN="${name}"/>`

const ident = (id: string, type: string) =>
  `<Ident>
        <Id>${id}</Id>
        ${code('TypeId', '0000', type, 'Identifikator')}
      </Ident>`

const party = (role: string, name: string, herId: string, unit: string, unitHerId: string) => `
    <${role}>
      <Organisation>
      <OrganisationName>${name}</OrganisationName>
      ${ident(herId, 'HER')}
      <Address>
        ${code('Type', '0000', 'X', 'Besøksadresse')}
        <StreetAdr>Blåbærstien 1</StreetAdr>
        <PostalCode>0001</PostalCode>
        <City>Prøveby</City>
      </Address>
      <Organisation>
        <OrganisationName>${unit}</OrganisationName>
        ${ident(unitHerId, 'HER')}
      </Organisation>
      </Organisation>
    </${role}>`

/** About 4 KB, shaped as a dialogmelding in a MsgHead, valid by no schema; its data and codes are nobody's. */
export const dialogmelding = `<?xml version="1.0" encoding="UTF-8"?>
<MsgHead xmlns="${MSG_HEAD}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="${MSG_HEAD} a.xsd">
  <MsgInfo>
    <Type V="DIALOG_HELSEFAGLIG" DN="Helsefaglig dialog"/>
    <MIGversion>v1.2 2006-05-24</MIGversion>
    <GenDate>2026-01-02T10:11:12+01:00</GenDate>
    <MsgId>00000000-0000-8000-8000-000000000001</MsgId>
    <ConversationRef>
      <RefToParent>00000000-0000-8000-8000-000000000002</RefToParent>
      <RefToConversation>00000000-0000-8000-8000-000000000003</RefToConversation>
    </ConversationRef>${party('Sender', 'Prøveby kommune', '1001', 'Sykepleietjeneste, Prøveby', '1002')}${party(
      'Receiver',
      'Eksempel sykehus HF',
      '2001',
      'Kirurgisk avdeling &amp; poliklinikk',
      '2002'
    )}
    <Patient>
      <FamilyName>Prøve</FamilyName>
      <GivenName>Åse</GivenName>
      <DateOfBirth>1950-01-02</DateOfBirth>
      ${code('Sex', '0000', 'X', 'Kvinne')}
      ${ident('4', 'X')}
    </Patient>
  </MsgInfo>
  <Document>
    <RefDoc>
      <MsgType V="XML" DN="XML-instans"/>
      <Content>
        <Dialogmelding xmlns="${DIALOG}">
          <Notat>
            ${code('TemaKodet', '0000', '99', 'Annet')}
            <TekstNotatInnhold>Pasienten har det etter forholdene bra &lt;i dag&gt;, og spør etter time.
Sårskift annenhver dag. Vennligst gi beskjed om nye medisiner &amp; dosering før helgen, og ring ved spørsmål.
            </TekstNotatInnhold>
            <Merknad>${'Blodtrykk og puls er målt hver morgen denne uken, uten funn. '.repeat(8)}</Merknad>
            <DokIdNotat>00000000-0000-8000-8000-000000000004</DokIdNotat>
            <Foresporsel><Formål>Avklaring</Formål></Foresporsel>
            ${[1, 2, 3, 4].map((n) => code('Tiltak', '0000', `${n}`, `Tiltak nummer ${n}`)).join('\n            ')}
          </Notat>
        </Dialogmelding>
      </Content>
    </RefDoc>
  </Document>
</MsgHead>
`

/** Each is well-formed, and one change away from many that are not. */
export const rareForms: readonly string[] = [
  '<a/>',
  '<a b="1" c=\'2\'>x</a>',
  "\ufeff<?xml version = '1.0' encoding=\"utf-8\" standalone='yes' ?>\r\n<!-- - --><a>\r\n<b/>\r</a >\n<!--x-->\n",
  '<p:a xmlns:p="urn:p" p:x="1" x="2"><p:b xmlns:p="urn:q" p:x="3"/><p:c p:y="4"/></p:a>',
  '<a xmlns="urn:a"><b xmlns=""><c xmlns:d="urn:d" d:e="f"/></b><g xml:lang="nb"/></a>',
  '<a xmlns:p="urn:1" xmlns:q="urn:2" p:x="1" q:x="2" x="3"><q:x/></a>',
  '<Id>12<!-- a comment -->34<![CDATA[56]]>78</Id>',
  '<a><![CDATA[ <b> ]] ]> & ]]]]>&amp;&lt;&gt;&quot;&apos;&#65;&#x1F600;&#x00041;</a>',
  '<a v="&amp;&#10;&#x9;\t\n\r\n &quot;&apos;" w=\'"\'>]] ] > "\'</a>',
  '<blåbær ærlig="ja" 名="🦌">\u0085\u2028ﬀ\ufffd 😀\u{10ffff}</blåbær>',
  '<_:a-1.b xmlns:_="urn:x" __proto__="1" constructor="2"><_:__proto__/></_:a-1.b>',
  '<r><a><b><c><d/></c></b></a><a><b>1</b><b>2</b></a><!----><e f="g" h="i" j="k"/></r>'
]
