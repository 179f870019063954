import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { printGoldens } from './printGoldens.ts';

const places = [
  { TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' },
  { TZ: 'America/New_York', LANG: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LANG: 'C' },
];

describe('compiled bytes', () => {
  for (const place of places) {
    it(`are the same in ${place.TZ} with ${place.LANG}`, async () => {
      const args = ['--import', 'tsx', 'test/compile/printGoldens.ts'];
      const { stdout, stderr } = spawnSync(process.execPath, args, {
        env: { ...process.env, ...place, LC_ALL: place.LANG },
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      assert.equal(stdout, `${await printGoldens()}\n`);
    });
  }
});
