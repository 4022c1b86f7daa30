// node:assert/strict for tests in the web worker, which has no node.
import assert from 'assert/build/assert.js';

export default assert.strict;
