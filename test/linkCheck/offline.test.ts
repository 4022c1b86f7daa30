import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

test('only Check Links can use the network', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const online = files.filter(
    (path) =>
      path.endsWith('.ts') &&
      /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b|\bEventSource\b|\bsendBeacon\b/.test(
        readFileSync(`src/${path}`, 'utf8'),
      ),
  );
  assert.deepEqual(online.sort(), ['vscode/linkCheck/checkLinks.ts', 'vscode/linkCheck/httpClient.ts']);
});
