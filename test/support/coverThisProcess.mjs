// Preloaded by `npm run coverage`: what the tests start as processes of their own are bundles, and a bundle's coverage,
// mapped back to the sources, would count as missing whatever was shaken out of it.
delete process.env.NODE_V8_COVERAGE;
