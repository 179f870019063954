import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inProcess } from '../inProcess.ts';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}
interface Location {
  physicalLocation: { artifactLocation: { uri: string }; region: Region };
}
interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: Location[];
  relatedLocations?: (Location & { id: number; message: { text: string } })[];
  fixes?: { artifactChanges: { replacements: { deletedRegion: Region }[] }[] }[];
}

// The log was also validated against the schema that OASIS publishes; it is not ours to ship.
describe('SARIF', () => {
  const cwd = 'test/cli/goldens/check-problems';
  let log: {
    version: string;
    $schema: string;
    runs: [
      {
        tool: { driver: { rules: { id: string }[]; version: string } };
        columnKind: string;
        results: Result[];
      },
    ];
  };
  before(async () => {
    const ran = await inProcess(['check', 'wrong.slapolicy', '--format', 'sarif'], { cwd });
    assert.equal(ran.exit, 1);
    log = JSON.parse(ran.stdout);
  });

  it('names its version, its tool and its columns', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.equal(log.version, '2.1.0');
    assert.match(log.$schema, /sarif-schema-2\.1\.0\.json$/);
    assert.equal(log.runs[0].tool.driver.version, version);
    assert.equal(log.runs[0].columnKind, 'utf16CodeUnits');
  });

  it('describes the rule of every result', () => {
    const [{ tool, results }] = log.runs;
    assert.ok(results.length > 3);
    for (const { ruleId, ruleIndex, level, message } of results) {
      assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(['error', 'warning', 'note'].includes(level));
      assert.notEqual(message.text, '');
    }
  });

  it('places every region within its file', () => {
    const lines = readFileSync(`${cwd}/wrong.slapolicy`, 'utf8').split('\n');
    const [{ results }] = log.runs;
    const places = results.flatMap(({ locations, relatedLocations = [] }) => [
      ...locations,
      ...relatedLocations,
    ]);
    const fixes = results.flatMap(({ fixes = [] }) =>
      fixes.flatMap(({ artifactChanges }) => artifactChanges.flatMap(({ replacements }) => replacements)),
    );
    assert.ok(places.length > results.length && fixes.length > 0);
    for (const { physicalLocation } of places)
      assert.equal(physicalLocation.artifactLocation.uri, 'wrong.slapolicy');
    for (const region of [
      ...places.map(({ physicalLocation }) => physicalLocation.region),
      ...fixes.map(({ deletedRegion }) => deletedRegion),
    ]) {
      const line = lines[region.startLine - 1] ?? '';
      assert.ok(region.startColumn >= 1 && region.startColumn <= line.length + 1);
      assert.ok(region.endLine > region.startLine || region.endColumn >= region.startColumn);
    }
  });
});
