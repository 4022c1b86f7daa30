// Stands in for libraries of markdown-it that nothing calls: linkify-it finds bare addresses, and the others normalize addresses and
// classify the characters beside emphasis. All of that is turned off, or our ports of the engines do it. Together they would be 23 KB.

export class LinkifyIt {}

const P = /\p{P}/u;
const S = /\p{S}/u;
const unchanged = (/** @type {string} */ text) => text;

export { P, S, unchanged as decode, unchanged as encode, unchanged as format, unchanged as parse };
export default { toASCII: unchanged, toUnicode: unchanged };
