// The URL space and the order of versions.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareVersions, resourcePath } from '../../src/kube/index.ts';
import { configMaps, namespaces } from './server.ts';

describe('the URL of a resource', () => {
  it('has the core group under /api and other groups under /apis', () => {
    assert.equal(resourcePath(configMaps, { namespace: 'a', name: 'b' }), '/api/v1/namespaces/a/configmaps/b');
    assert.equal(resourcePath(configMaps), '/api/v1/configmaps');
    assert.equal(
      resourcePath({ ...namespaces, group: 'x.io', version: 'v2', plural: 'things' }, { name: 'n' }, 'status'),
      '/apis/x.io/v2/things/n/status',
    );
  });

  it('is never left by a hostile name', () => {
    assert.equal(
      resourcePath(configMaps, { namespace: 'a/../b', name: '../?x' }),
      '/api/v1/namespaces/a%2F..%2Fb/configmaps/..%2F%3Fx',
    );
  });

  it('is refused for an object without a name or namespace, which would be the whole collection', () => {
    assert.throws(() => resourcePath(configMaps, { namespace: 'a', name: '' }), /needs a name/);
    assert.throws(() => resourcePath(configMaps, { name: 'b' }), /and a namespace/);
  });
});

describe('resourceVersions', () => {
  it('compare as integers of any length', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 30n }), fc.bigInt({ min: 1n, max: 10n ** 30n }), (a, b) => {
        assert.equal(Math.sign(compareVersions(String(a), String(b))), a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });
});
