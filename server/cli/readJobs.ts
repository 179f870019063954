/** More threads than any machine has cores for. */
const most = 64;

/** The number of threads of `--jobs`. */
export function readJobs(text: string): { ok: true; jobs: number } | { ok: false; message: string } {
  const jobs = /^[1-9]\d?$/.test(text) ? Number(text) : Number.NaN;
  if (jobs <= most) return { ok: true, jobs };
  return { ok: false, message: `--jobs is a whole number from 1 to ${most}, not “${text}”.` };
}
