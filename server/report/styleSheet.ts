import type { Markup } from './markup.ts';

/** One column, quiet colours that follow the reader's choice of light or dark, and page breaks that paper likes. */
export const styleSheet: Markup = {
  html: `
:root{--ink:#1d2329;--soft:#5b6670;--rule:#d8dde2;--page:#fff;--counting:#3b6fb6;--paused:#d7a93a;--late:#c2453d;--met:#2f7d4f}
@media(prefers-color-scheme:dark){:root{--ink:#e4e8ec;--soft:#9aa6b2;--rule:#39424b;--page:#171b1f;--counting:#7fabe6;--paused:#e0bb5c;--late:#ef7d74;--met:#6fcf97}}
*{box-sizing:border-box}
body{max-width:52rem;margin:2rem auto;padding:0 1rem;background:var(--page);color:var(--ink);font:16px/1.5 Georgia,'Times New Roman',serif}
h1,h2,h3,h4,nav,dt,th,.verdict,.kind,.legend,svg,summary,thead{font-family:system-ui,sans-serif}
h1{margin:0 0 1rem;font-size:1.9rem;line-height:1.2}
h2{margin:2.5rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--rule);font-size:1.35rem}
h3{margin:1.6rem 0 .4rem;font-size:1.05rem}
h4{margin:.8rem 0 .2rem;font-size:.9rem;color:var(--soft)}
.kind{margin:0;color:var(--soft);font-size:.85rem;text-transform:uppercase;letter-spacing:.08em}
dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:.4rem 1.5rem;margin:0}
dt{color:var(--soft);font-size:.8rem}dd{margin:0}
nav{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;margin:1.2rem 0;font-size:.9rem}
a{color:var(--counting)}
.cites,.note,.legend,footer,cite,em{color:var(--soft);font-size:.9rem}
.cites{margin:0 0 .4rem;font-style:italic}
.note{padding:.5rem .8rem;border-left:3px solid var(--paused)}
table{width:100%;border-collapse:collapse;margin:.4rem 0;font-size:.95rem}
th,td{padding:.2rem .6rem .2rem 0;border-bottom:1px solid var(--rule);text-align:left;vertical-align:top}
.rows th{font-weight:600;font-size:.9rem}.rows th:first-child:nth-last-child(2){width:45%}
.history td:nth-child(1),.history td:nth-child(2){width:1%;white-space:nowrap;color:var(--soft)}
.history td,.days td{border:0;padding:.1rem .8rem .1rem 0}
.history .event td:last-child,.history .change td:last-child{font-weight:bold}
.history .breach td:last-child,.failed,.missed,.past-due{color:var(--late)}
.history .met td:last-child,.passed,.attained{color:var(--met)}
.history .ahead td:last-child,.not-judged,.too-few,.open,td.running{color:var(--soft);font-style:italic}
.numbers th,.numbers td{font-variant-numeric:tabular-nums}
.verdict{font-size:.8rem;font-weight:normal}
.expectations{padding:0;margin:.3rem 0;list-style:none}
.held .sign{color:var(--met)}
svg{display:block;width:100%;height:auto;margin:.6rem 0 0}
svg text{fill:var(--ink);font-size:11px}svg .axis{fill:var(--soft)}
svg .tick{stroke:var(--rule)}svg .due{stroke:var(--ink);stroke-width:2}
.counting{fill:var(--counting);background:var(--counting)}.late{fill:var(--late);background:var(--late)}
.paused{fill:var(--paused);background:var(--paused)}.ahead{fill:var(--rule);background:var(--rule)}
.legend{margin:.1rem 0 .6rem;font-size:.75rem}
.key{display:inline-block;width:.9rem;height:.6rem;margin-left:.7rem}.key.due{width:2px;height:.9rem;background:var(--ink)}
.history .ahead,.history .paused,.history .late{background:none}
details{margin:.3rem 0}summary{cursor:pointer;font-size:.85rem;color:var(--soft)}
ol{margin:.3rem 0;padding-left:1.6rem;font-size:.9rem}
footer{margin-top:3rem;border-top:1px solid var(--rule)}
@page{size:A4;margin:18mm 16mm}
@media print{:root{--ink:#000;--soft:#444;--rule:#bbb;--page:#fff;--counting:#3b6fb6;--paused:#d7a93a;--late:#c2453d;--met:#2f7d4f}
body{max-width:none;margin:0;padding:0;font-size:10.5pt}nav{display:none}h2,h3,h4{break-after:avoid}
tr,svg,.expectations{break-inside:avoid}details::details-content{content-visibility:visible;block-size:auto}rect,.key{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`,
};
