/** Chooses one of several options, reproducibly. */
export type Pick = <T>(options: readonly T[]) => T;

/** Makes a typo in a line that ends with a citation group; undefined if the line has no place for it. */
export type Typo = (line: string, pick: Pick) => string | undefined;

const JOIN = / \/ \[/g;
const END_AND_JOIN = /\) \/ \[/g;
const MIDDLE = /\]\(http/g;
const NAME = /\[(?=[A-Z])/g;
const ADDRESS = /\]\((http[^)]*)\)/g;
/** An address without a query or an anchor. */
const PLAIN_ADDRESS = /\]\((http[^)?#]*)\)/g;
const LINK = /\[([A-Z][^\]]*)\]\((http[^)]*)\)/g;

const TYPED = [...'qwy0;]'];

/** Typos that a fix reverses exactly. */
export const FIXABLE_TYPOS: Readonly<Record<string, Typo>> = {
  'no bracket at the end': (line) => line.slice(0, -1),
  'no brackets at the end': (line) => line.slice(0, -2),
  'an extra bracket at the end': (line) => `${line})`,
  'an extra bracket at the start': start('(('),
  'an extra bracket and a space': start('( ('),
  'an extra square bracket at the start': start('([[', 2),
  'a brace at the start': start('({[', 2),
  'a space at the start': start('( '),
  'a separator at the start': start('(/ '),
  'closed early': some(END_AND_JOIN, ')) / ['),
  'closed early and never again': (line, pick) => some(END_AND_JOIN, ')) / [')(line.slice(0, -1), pick),
  'two groups': some(END_AND_JOIN, ')) (['),
  'no separator': some(JOIN, ' ['),
  'nothing between citations': some(JOIN, '['),
  'a duplicate separator': some(JOIN, ' / / ['),
  'two slashes': some(JOIN, ' // ['),
  'a comma': some(JOIN, ', ['),
  'a semicolon': some(JOIN, '; ['),
  'a bar': some(JOIN, ' | ['),
  'the word and': some(JOIN, ' and ['),
  'a hyphen': some(JOIN, ' - ['),
  'a full stop between': some(JOIN, ' . ['),
  'a backslash between': some(JOIN, ' \\ ['),
  'a comma and a separator': some(JOIN, ', / ['),
  'no space before a separator': some(JOIN, '/ ['),
  'no space after a separator': some(JOIN, ' /['),
  'no space at a separator': some(JOIN, '/['),
  'two spaces before a separator': some(JOIN, '  / ['),
  'an extra key after a link': (line, pick) => some(END_AND_JOIN, `)${pick(TYPED)} / [`)(line, pick),
  'a separator at the end': (line) => `${line.slice(0, -1)} /)`,
  'a separator in place of the bracket': (line) => `${line.slice(0, -1)} /`,
  'a full stop inside': (line) => `${line.slice(0, -1)}.)`,
  'a space inside': (line) => `${line.slice(0, -1)} )`,
  'a zero in place of the bracket': (line) => `${line.slice(0, -1)}0`,
  'a square bracket in place of the bracket': (line) => `${line.slice(0, -1)}]`,
  'a full stop in place of the bracket': (line) => `${line.slice(0, -1)}.`,
  'a zero in place of the only bracket': only((line) => `${line.slice(0, -1)}0`),
  'no bracket after the only link': only((line) => line.slice(0, -1)),
  'no bracket after a name': some(MIDDLE, '(http'),
  'no brackets after a name': some(MIDDLE, 'http'),
  'no bracket before an address': some(MIDDLE, ']http'),
  'a duplicate bracket after a name': some(MIDDLE, ']](http'),
  'a duplicate bracket before an address': some(MIDDLE, ']((http'),
  'a space before an address': some(MIDDLE, '] (http'),
  'a full stop before an address': some(MIDDLE, '].(http'),
  'a letter more before an address': some(MIDDLE, ']x(http'),
  'a bracket after the first letter of an address': some(MIDDLE, ']h(ttp'),
  'a square bracket before an address': some(MIDDLE, '][http'),
  'a brace before an address': some(MIDDLE, ']{http'),
  'a backslash after a name': some(MIDDLE, '\\(http'),
  'an opening bracket at the end of a name': some(MIDDLE, '(](http'),
  'a slash before a scheme': some(MIDDLE, '](/http'),
  'an opening bracket at the end of an address': some(END_AND_JOIN, '() / ['),
  'a slash before the group': (line) => last(line, ' ([', '/ (['),
  'a separator before the group': (line) => last(line, ' ([', ' / (['),
  'a brace after a name': some(MIDDLE, '}(http'),
  'brackets in the wrong order': some(MIDDLE, '(]http'),
  'a brace instead of the bracket of a name': some(NAME, '{'),
  'another bracket before a name': some(NAME, '('),
  'a letter before a name': start('(x[', 2),
  'a square bracket after an address': some(END_AND_JOIN, '] / ['),
  'a square bracket after the last address': (line) => `${line.slice(0, -2)}])`,
  'a space after a scheme': some(/\]\((https?:)\/\//g, (_, scheme) => `](${scheme} //`),
  'a space between the slashes': some(/\]\((https?:)\/\//g, (_, scheme) => `](${scheme}/ /`),
  'a space before a scheme': some(MIDDLE, ']( http'),
  'a space at the end of an address': some(END_AND_JOIN, ' ) / ['),
  'a full stop in a name': some(
    /\[((?:CNN|Politico|Reuters|New York Times|Washington Post|NPR))\]/g,
    (_, name) => `[${name}.]`,
  ),
  'the bracket of the group on the next line': (line) => `${line.slice(0, -1)}\n)`,
  'the wrong bracket after a name': some(MIDDLE, ')(http'),
  'no bracket before a name': some(NAME, ''),
  'a duplicate bracket before a name': some(NAME, '[['),
  'a brace before a name': some(NAME, '{['),
  'no bracket after an address': some(END_AND_JOIN, ' / ['),
  "the group's bracket in a name": start('[(', 2),
  'a bracket in a name': some(MIDDLE, ')](http'),
  'a space before a name': some(NAME, '[ '),
  'a space after a name': some(MIDDLE, ' ](http'),
  'an escaped link': some(/\[([A-Z][^\]]*)\]/g, (_, name) => `\\[${name}\\]`),
  'a line break': some(JOIN, ' /\n['),
  'an empty line': some(JOIN, ' /\n\n['),
  'an empty line and no separator': some(JOIN, '\n\n['),
  'an empty line before the separator': some(JOIN, '\n\n/ ['),
  'a duplicate letter in a scheme': some(/\]\(http/g, '](hhttp'),
  'a missing letter in a scheme': some(/\]\(http/g, '](ttp'),
  'a missing slash in a scheme': some(/\]\((https?:)\/\//g, (_, scheme) => `](${scheme}/`),
  'no space before the group': (line) => last(line, ' ([', '(['),
  'two spaces before the group': (line) => last(line, ' ([', '  (['),
  'a full stop after the group': (line) => `${line}.`,
  // After a name, as in `Russia.Bannon`, the mark may be part of one (`Truth.Social`).
  'no space between sentences': (line) => line.replace(/( [a-z]{3,})\. ([A-Z][a-z]{2})/, '$1.$2'),
  'two full stops': (line) => line.replace(/([a-z]{3})\. ([A-Z][a-z])/, '$1.. $2'),
  'a space before bold ends': (line) => line.replace(/(\w)\*\*([.,]? )/, '$1 **$2'),
  'a space after bold starts': (line) => line.replace(/ \*\*(?=\w)/, ' ** '),
  'a full stop between closing asterisks': (line) => line.replace(/(\w)\*\*\. /, '$1*.* '),
  'a full stop between opening asterisks': (line) => line.replace(/ \*\*(?=\w)/, ' *.*'),
  'a full stop before bold': (line) => line.replace(/ \*\*(?=\w)/, ' .**'),
  'a comma where bold starts': (line) => line.replace(/ \*\*(?=[A-Z])/, ' **,'),
  'a space before a full stop': (line) => line.replace(/(\w)\*\*\. (?=[A-Z])/, '$1** . '),
  'a full stop attached to the next word': (line) => line.replace(/(\w)\*\*\. (?=[A-Z])/, '$1** .'),
  'a comma before a full stop': (line) => line.replace(/(\w)\*\*\. (?=[A-Z])/, '$1,**. '),
  'no full stop after a headline': (line) => line.replace(/([a-z])\*\*\. (The|It|He|They) (?=[a-z])/, '$1** $2 '),
  'an extra asterisk': (line) => line.replace(/(\w)\*\*([.,]? )/, '$1***$2'),
  'escaped bold': (line) => line.replace('**', '\\*\\*').replace('**', '\\*\\*'),
  'an invisible character': (line) => line.replace(/([a-z]{4}) ([a-z]{4})/, '$1 \u200b$2'),
  'no space after a label': (line) => line.replace(/^(\d+)\/ /, '$1/'),
  'an extra slash in a label': (line) => line.replace(/^(\d+)\/ /, '$1// '),
  'a bar in a label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, '$1| '),
  'a full stop in a label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, '$1./ '),
  'a letter before a label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, 'x$1/ '),
  'a reversed label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, '/$1 '),
  'no number in a label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, '/ '),
  'a line break after a label': (line) => line.replace(/^(\d+)\/ (?=\*\*)/, '$1/\n'),
  'no slash in a label': (line) => line.replace(/^(\d+)\/ /, '$1 '),
};

/** Typos that only the writer can fix. */
export const UNFIXABLE_TYPOS: Readonly<Record<string, Typo>> = {
  'no bracket before the group': start(''),
  'the group on the next line': (line) => last(line, ' ([', '\n(['),
  'no address': some(/\]\(http[^)]*\)/g, ']()'),
  'no name': some(/\[[A-Z][^\]]*\]/g, '[]'),
  'a name without a link': some(LINK, (_, name) => name),
  'a name in brackets without an address': some(LINK, (_, name) => `[${name}]`),
  'a group without links': (line) => `${line.slice(0, line.lastIndexOf('(['))}(Gallup)`,
  'an address without a name': some(LINK, (_, _name, address) => address),
  'two addresses in one': some(ADDRESS, (_, address) => `](${address}https://valley.example/2031/a)`),
  'two addresses in one, after a slash': some(ADDRESS, (_, address) => `](${address}/https://valley.example/2031/a)`),
  'a quotation mark after an address': some(PLAIN_ADDRESS, (_, address) => `](${address}")`),
  'a comma after an address': some(PLAIN_ADDRESS, (_, address) => `](${address},)`),
  'a space in an address': some(ADDRESS, (_, address) => `](${address.slice(0, -8)} ${address.slice(-8)})`),
  'a sentence in the place of an address': some(ADDRESS, '](She left at noon, said the mayor.)'),
  'a duplicate citation': some(/(\[[^\]]*\]\(http[^)]*\))/g, (link) => `${link} / ${link}`),
  'bold that never ends': (line) => line.replace(/(\w)\*\*([.,]? )/, '$1$2'),
  'bold that never starts': (line) => line.replace(/ \*\*(?=\w)/, ' '),
  'a duplicate word': (line) => line.replace(/ (the|a|to|of|in) (\w{3})/, ' $1 $1 $2'),
  'a placeholder label': (line) => line.replace(/^(\d+|poll)\//, 'TK/'),
};

/** Replaces the first characters of the group. */
function start(text: string, length = 1): Typo {
  return (line) => {
    const at = line.lastIndexOf('([');
    return at < 0 ? undefined : line.slice(0, at) + text + line.slice(at + length);
  };
}

/** Replaces one match within the group. */
function some(pattern: RegExp, text: string | ((...match: string[]) => string)): Typo {
  return (line, pick) => {
    const from = line.lastIndexOf('([');
    const matches = from < 0 ? [] : [...line.slice(from).matchAll(pattern)];
    if (matches.length === 0) return undefined;
    const match = pick(matches);
    const at = from + match.index;
    const replacement = typeof text === 'string' ? text : text(...match);
    return line.slice(0, at) + replacement + line.slice(at + match[0].length);
  };
}

/** Makes the typo only in a line whose group has a single citation. */
function only(typo: (line: string) => string): Typo {
  return (line) => (line.includes(' / [') ? undefined : typo(line));
}

function last(line: string, text: string, replacement: string): string | undefined {
  const at = line.lastIndexOf(text);
  return at < 0 ? undefined : line.slice(0, at) + replacement + line.slice(at + text.length);
}
