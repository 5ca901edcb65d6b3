/** What the fast reader and the strict gate promise alike, form by form. */
import { expect, test } from 'vitest'
import { gate } from './gate.ts'
import type { XmlNode } from './node.ts'
import { isNotWellFormed } from './not-well-formed.ts'
import { readXml } from './reader.ts'

const node = (
  name: string,
  children: XmlNode['children'] = [],
  attributes?: Record<string, string>,
  namespace = ''
): XmlNode => ({ name, namespace, attributes, children })

const XML = 'http://www.w3.org/XML/1998/namespace'

const read: readonly (readonly [string, string, XmlNode])[] = [
  ['an id with a comment in it is read whole', '<Id>12<!-- x -->34</Id>', node('Id', ['1234'])],
  ['an id with a section in it is read whole', '<Id>12<![CDATA[3]]>4</Id>', node('Id', ['1234'])],
  ['an id that is only a section is read', '<Id><![CDATA[12]]></Id>', node('Id', ['12'])],
  ['an empty section is no text', '<Id><![CDATA[]]></Id>', node('Id')],
  ['a zero before an id is kept', '<Id V="007"> 08 </Id>', node('Id', [' 08 '], { V: '007' })],
  ['line ends become \\n', '<a>\r\n1\r2\n</a>', node('a', ['\n1\n2\n'])],
  ['white space of an attribute becomes spaces', '<a b="1\r\n\t2&#10;"/>', node('a', [], { b: '1  2\n' })],
  ['references are resolved once', '<a>&amp;lt;&#38;gt;</a>', node('a', ['&lt;&gt;'])],
  ['an unprefixed attribute has no namespace', '<a xmlns="u" b="1"/>', node('a', [], { b: '1' }, 'u')],
  ['a prefixed attribute is known by its namespace', '<a p:b="1" xmlns:p="u"/>', node('a', [], { '{u}b': '1' })],
  ['xml is bound from the start', '<a xml:lang="nb"/>', node('a', [], { [`{${XML}}lang`]: 'nb' })],
  [
    'a prefix can be bound anew',
    '<p:a xmlns:p="u"><p:b xmlns:p="v"/></p:a>',
    node('a', [node('b', [], undefined, 'v')], undefined, 'u')
  ],
  ['the default namespace can be given up', '<a xmlns="u"><b xmlns=""/></a>', node('a', [node('b')], undefined, 'u')],
  ['a byte order mark is no text', '\ufeff<a/>', node('a')],
  ['a name may be Norwegian', '<Formål ærend="å"/>', node('Formål', [], { ærend: 'å' })],
  ['comments and white space stand around the root', '<!--1--> \n<a/>\n<!--2-->', node('a')]
]

const refused: readonly (readonly [string, string | Uint8Array])[] = [
  ['a document type', '<!DOCTYPE a><a/>'],
  ['a processing instruction before the root', '<?x y?><a/>'],
  ['a processing instruction in an id', '<Id>12<?x?>34</Id>'],
  ['a processing instruction after the root', '<a/><?x?>'],
  ['version 1.1', '<?xml version="1.1"?><a/>'],
  ['another encoding', '<?xml version="1.0" encoding="ISO-8859-1"?><a/>'],
  ['a declaration after white space', ' <?xml version="1.0"?><a/>'],
  ['two byte order marks', '\ufeff\ufeff<a/>'],
  ['UTF-16', Buffer.from('\ufeff<a/>', 'utf16le')],
  ['a byte that is not UTF-8', Buffer.from('<a>\u00e5</a>', 'latin1')],
  ['half of a surrogate pair', Buffer.from('3c613eeda0803c2f613e', 'hex')],
  ['an entity that XML does not give', '<a>&nbsp;</a>'],
  ['a reference to a character that XML cannot hold', '<a>&#0;</a>'],
  ['a character that XML cannot hold', '<a>\uffff</a>'],
  ['a nul', '<a>\0</a>'],
  ['a nul after the root', '<a/>\0'],
  ['text after the root', '<a/>x'],
  ['two roots', '<a/><a/>'],
  ['no root', '<!-- -->'],
  ['nothing', ''],
  ['an element that does not end', '<a><b></b>'],
  ['elements that cross', '<a><b></a></b>'],
  ['an end tag that only begins alike', '<ab></a>'],
  ['an attribute twice', '<a b="1" b="1"/>'],
  ['an attribute twice by its namespace', '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="1"/>'],
  ['a prefix that is not bound', '<p:a/>'],
  ['a prefix bound by a sister', '<a><b xmlns:p="u"/><p:c/></a>'],
  ['a prefix bound twice in a tag', '<a xmlns:p="u" xmlns:p="u"/>'],
  ['a prefix unbound', '<a xmlns:p=""/>'],
  ['a namespace with white space around it', '<a xmlns=" u"/>'],
  ['a local name that begins with a digit', '<p:1 xmlns:p="u"/>'],
  ['a name of two colons', '<a:b:c xmlns:a="u"/>'],
  [']]> in text', '<a>]]></a>'],
  ['-- in a comment', '<a><!-- -- --></a>'],
  ['attributes without space between', '<a b="1"c="2"/>'],
  ['< in a value', '<a b="<"/>']
]

for (const [reader, readDocument] of [
  ['reader', readXml],
  ['gate', gate]
] as const) {
  test.each(read)(`${reader}: %s`, (_, text, expected) => {
    expect(readDocument(Buffer.from(text))).toEqual(expected)
  })

  test.each(refused)(`${reader}: %s is refused`, (_, document) => {
    expect(isNotWellFormed(readDocument(Buffer.from(document)))).toBe(true)
  })

  test(`${reader}: a reason holds nothing of the document`, () => {
    for (const text of [
      '<a><secret></a>',
      '<secret:a/>',
      '<a secret="" secret=""/>',
      '<a>&secret;</a>',
      '<secret:a:b/>'
    ]) {
      expect(JSON.stringify(readDocument(Buffer.from(text)))).not.toContain('secret')
    }
  })

  test(`${reader}: an attribute that was not written is absent, whatever its name`, () => {
    const root = readDocument(Buffer.from('<a __proto__="1"/>'))
    const attributes = isNotWellFormed(root) ? undefined : root.attributes
    expect([attributes?.['__proto__'], attributes?.['constructor']]).toEqual(['1', undefined])
  })
}

test('a reading stops at the byte where the rule is broken', () => {
  expect(readXml(Buffer.from('<a>ø&x;</a>'))).toMatchObject({ position: 5 })
})

test('a document is read anew after one that was refused', () => {
  readXml(Buffer.from('<a xmlns:p="u" p:x="1" '))
  expect(isNotWellFormed(readXml(Buffer.from('<p:a/>')))).toBe(true)
  expect(readXml(Buffer.from('<a/>'))).toEqual(node('a'))
})
