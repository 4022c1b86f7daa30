// The npm package `assert` is Node's own assert module for other hosts. It has no types of its own.
declare module 'assert/build/assert.js' {
  import assert from 'node:assert';

  export default assert;
}
