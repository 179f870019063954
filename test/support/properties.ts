import fc from 'fast-check';

/**
 * Properties try the same cases at every run, so that a red test is red for everybody; SEED tries others.
 */
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_124) });
