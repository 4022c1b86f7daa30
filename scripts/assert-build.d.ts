// The npm package `assert` is node's own for other hosts: it brings no types, and needs none of its own.
declare module 'assert/build/assert.js' {
  import assert from 'node:assert';

  export default assert;
}
