"""The look of a report page, on the screen by day and by night, and on paper."""

from mmdesign.reporting.markup import Html
from mmdesign.reporting.pictures import HEAT_RAMP

STYLE = Html(
    """
:root{color-scheme:light dark;--ink:#1b2230;--soft:#586174;--line:#dfe3ea;--paper:#fff;
--ground:#f4f6f9;--met:#0a6b4f;--met-soft:#dcf3ea;--not:#a3211b;--not-soft:#fbe4e1;
--tell:#735200;--tell-soft:#fbf0cf;--accent:#2b59c3}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf2;--soft:#a4adbe;--line:#333b4a;
--paper:#1b212c;--ground:#12161d;--met:#6fd8b1;--met-soft:#123a2d;--not:#ff9d95;
--not-soft:#471b18;--tell:#f0cd6d;--tell-soft:#3d3210;--accent:#8fb0ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);
font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans CJK SC",sans-serif}
main{max-width:1120px;margin:0 auto;padding:24px 20px 56px}
section,header{background:var(--paper);border:1px solid var(--line);border-radius:14px;
padding:20px 24px;margin:0 0 18px}
h1{font-size:27px;line-height:1.2;margin:2px 0 4px;overflow-wrap:anywhere}
h2{font-size:17px;margin:0 0 12px}
p{margin:0 0 8px}ul,ol{margin:0;padding-left:20px}li{margin:3px 0}
td,th,li,p{overflow-wrap:anywhere}
.brand{color:var(--soft);font-size:13px;letter-spacing:.04em;margin:0}
.soft{color:var(--soft)}.small{font-size:13px}
.top{display:flex;gap:28px;flex-wrap:wrap;align-items:center;justify-content:space-between}
.top>div:first-child{flex:1 1 340px;min-width:0}
.score{flex:0 0 290px}.score b{font-size:42px;line-height:1;font-variant-numeric:tabular-nums}
.bar{position:relative;height:10px;border-radius:5px;background:var(--line);margin:10px 0 6px}
.bar i{position:absolute;top:0;bottom:0;border-radius:5px;background:var(--accent);opacity:.35}
.bar u{position:absolute;top:-3px;bottom:-3px;width:3px;border-radius:2px;background:var(--ink)}
.chip{display:inline-block;padding:2px 10px;border-radius:99px;font-size:13px;font-weight:600;
white-space:nowrap;border:1px solid currentColor}
.fits,.met{color:var(--met);background:var(--met-soft)}
.fails,.not_met{color:var(--not);background:var(--not-soft)}
.undecided,.cannot_tell{color:var(--tell);background:var(--tell-soft)}
.chip.large{font-size:16px;padding:4px 14px}
.tag{display:inline-block;padding:0 8px;border-radius:6px;font-size:12px;color:var(--soft);
border:1px solid var(--line);margin-right:4px}
.views{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:12px}
figure{margin:0}figure img{width:100%;display:block;border-radius:10px;background:#fff}
figcaption{color:var(--soft);font-size:12px;margin-top:3px}
table{width:100%;border-collapse:collapse}
th{text-align:left;color:var(--soft);font-size:12px;font-weight:600;padding:4px 10px 6px 0}
td{border-top:1px solid var(--line);padding:10px 10px 10px 0;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.heat{display:flex;gap:8px;flex-wrap:wrap}.heat figure{width:104px}
.legend{display:flex;align-items:center;gap:8px;color:var(--soft);font-size:12px;margin-top:12px}
.legend i{width:150px;height:9px;border-radius:5px;background:linear-gradient(90deg,SCALE)}
.advice{border-left:3px solid var(--accent);padding-left:9px;margin-top:6px}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(200px,1fr));gap:14px;
list-style:none;padding:0}.cards>li{border:1px solid var(--line);border-radius:12px;padding:12px}
.cards img{width:100%;border-radius:8px;background:#fff}
footer{color:var(--soft);font-size:13px}
.wide{overflow-x:auto}.ledger{min-width:680px}.facts{max-width:560px}
.ledger td:nth-child(1){width:14%}.ledger td:nth-child(2){width:25%}
.ledger td:last-child{width:236px}
.value{font-variant-numeric:tabular-nums;margin:0}.chip+p{margin-top:6px}
@media (max-width:600px){main{padding:10px}section,header{padding:14px}
.views{grid-template-columns:1fr 1fr}}
@media print{:root{color-scheme:light}body{background:#fff;font-size:11px}main{max-width:none;
padding:0}section,header{border:0;padding:6px 0;break-inside:auto}tr,figure,.cards>li{
break-inside:avoid}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
.views{grid-template-columns:repeat(4,1fr)}}
""".replace("SCALE", ",".join(HEAT_RAMP))
)
