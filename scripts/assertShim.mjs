// Replaces `node:assert/strict` in tests that run in a web worker.
import assert from 'assert/build/assert.js';

export default assert.strict;
