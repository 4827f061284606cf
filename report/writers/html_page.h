// The style and the script of report.html. Both are fixed texts, allowed by their digest in the page's
// content security policy. The page is complete without the script: it only filters. No attribute `style` is
// used anywhere.
#pragma once

#include <string_view>

namespace writ::report {

inline constexpr std::string_view kPageStyle = R"css(
:root{color-scheme:light dark;--bg:#fff;--fg:#1b1f24;--soft:#59636e;--line:#d1d9e0;--card:#f6f8fa;--link:#0858b8;--code:#eef1f4;
--critical:#8b0f1a;--high:#b3261e;--medium:#8a5a00;--low:#0858b8;--info:#59636e;--pass:#116329;--fail:#b3261e;--mark:#ffe08a}
@media (prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e6eaee;--soft:#a3adb8;--line:#3a434d;--card:#1c2229;--link:#7db8ff;--code:#262e37;
--critical:#ff8a8a;--high:#ff9d92;--medium:#f0c05a;--low:#7db8ff;--info:#a3adb8;--pass:#6fd08c;--fail:#ff9d92;--mark:#6b5200}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
body>header,main,body>footer,body>nav{max-width:72rem;margin:0 auto;padding:0 1.25rem}
body>header{padding-top:1.5rem}
h1{font-size:1.6rem;margin:0 0 .25rem;line-height:1.25}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1rem 0 .25rem}
summary h3{margin:0}
h4{font-size:1rem;margin:0 0 .25rem;font-weight:600;overflow-wrap:anywhere}
p{margin:.35rem 0}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.5rem;z-index:1}
.soft{color:var(--soft)}
code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:.875rem}
code,.mono{overflow-wrap:anywhere}
.gate{display:inline-block;margin:.5rem 0;padding:.3rem .8rem;border:2px solid;border-radius:.4rem;font-weight:700}
.gate.pass,.ok{color:var(--pass)}
.gate.fail,.bad{color:var(--fail)}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0 0;padding:0}
.tiles{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:1rem 0;padding:0}
.tiles li{min-width:6.5rem;padding:.5rem .8rem;border:1px solid var(--line);border-left:.4rem solid var(--info);border-radius:.3rem;background:var(--card)}
.tiles b{display:block;font-size:1.5rem;line-height:1.2}
.tiles .critical{border-left-color:var(--critical)}.tiles .high{border-left-color:var(--high)}.tiles .medium{border-left-color:var(--medium)}.tiles .low{border-left-color:var(--low)}
#filter{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end;margin:1rem 0;padding:.75rem;border:1px solid var(--line);border-radius:.4rem;background:var(--card)}
label{display:block;font-size:.875rem}
input,select{font:inherit;color:inherit;background:var(--bg);border:1px solid var(--soft);border-radius:.3rem;padding:.3rem .5rem;max-width:100%}
details{margin:.75rem 0;border:1px solid var(--line);border-radius:.4rem;background:var(--card)}
summary{cursor:pointer;padding:.6rem .8rem;display:flex;flex-wrap:wrap;gap:.25rem .75rem;align-items:baseline}
summary::before{content:"▸";color:var(--soft)}
details[open]>summary::before{content:"▾"}
summary::-webkit-details-marker{display:none}
summary h3{display:inline;flex:1 1 16rem}
.body{padding:0 .8rem .6rem}
.badge{font-size:.75rem;font-weight:700;text-transform:uppercase;letter-spacing:.03em;border:1px solid;border-radius:.3rem;padding:0 .4rem;white-space:nowrap}
.badge.critical{color:var(--critical)}.badge.high{color:var(--high)}.badge.medium{color:var(--medium)}.badge.low{color:var(--low)}.badge.info{color:var(--info)}
.fix{border-left:.25rem solid var(--pass);padding:.1rem .75rem;margin:.5rem 0;white-space:pre-line;overflow-wrap:anywhere}
.why{white-space:pre-line;overflow-wrap:anywhere}
article{margin:.75rem 0;padding:.75rem;border:1px solid var(--line);border-radius:.4rem;background:var(--bg)}
[hidden]{display:none!important}
pre{margin:.35rem 0;padding:.4rem .6rem;background:var(--code);border-radius:.3rem;white-space:pre-wrap;overflow-wrap:anywhere}
pre .n{color:var(--soft);user-select:none}
mark{background:var(--mark);color:inherit;border-radius:.15rem;text-decoration:underline;text-decoration-thickness:2px}
ul.plain{margin:.25rem 0;padding-left:1.25rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--soft);padding:.25rem 0}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
tbody th code{overflow-wrap:normal;white-space:nowrap}
td>code{display:inline-block;min-width:14rem}
.scroll{margin-bottom:1rem}
td{min-width:5.5rem}
td.num{min-width:0}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;margin:.5rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
body>footer{padding-top:2rem;padding-bottom:2rem;color:var(--soft);font-size:.875rem}
@media (max-width:40rem){dl{grid-template-columns:1fr}dt{margin-top:.4rem}}
@media print{:root{--bg:#fff;--fg:#000;--card:#fff;--code:#f4f4f4;--soft:#444;--line:#999}body{font-size:10.5pt}#filter,nav,.skip{display:none}
article,tr,.tiles li{break-inside:avoid}h2,h3,summary{break-after:avoid}details{border:0}a{color:inherit;text-decoration:none}.scroll{overflow:visible}tbody th code{white-space:normal;overflow-wrap:anywhere}}
)css";

inline constexpr std::string_view kPageScript = R"js(
(function () {
  var bar = document.getElementById('filter');
  if (!bar) return;
  bar.hidden = false;
  var text = document.getElementById('filter-text');
  var severity = document.getElementById('filter-severity');
  var shown = document.getElementById('filter-shown');
  var findings = Array.prototype.slice.call(document.querySelectorAll('article[data-severity]'));
  var groups = Array.prototype.slice.call(document.querySelectorAll('details.rule'));
  var words = findings.map(function (finding) {
    return (finding.textContent + ' ' + finding.getAttribute('data-rule')).toLowerCase();
  });
  function run() {
    var needle = text.value.trim().toLowerCase(), level = severity.value, count = 0;
    findings.forEach(function (finding, i) {
      var hit = (!level || finding.getAttribute('data-severity') === level) && (!needle || words[i].indexOf(needle) >= 0);
      finding.hidden = !hit;
      if (hit) count += 1;
    });
    groups.forEach(function (group) {
      var any = group.querySelector('article:not([hidden])');
      group.hidden = !any;
      if (any && needle) group.open = true;
    });
    shown.textContent = count + ' of ' + findings.length + ' findings shown';
  }
  bar.addEventListener('input', run);
  window.addEventListener('beforeprint', function () {
    Array.prototype.forEach.call(document.querySelectorAll('details'), function (d) { d.open = true; });
  });
  run();
})();
)js";

}  // namespace writ::report
