"""One HTML page that shows a graph: no server, no network, works from a file."""

import json
from html import escape

from sovgraph.export.layout import layout
from sovgraph.export.view import GraphView

_COLOURS = {
    "Kamerstuk": "#1b4f8f",
    "Paper": "#1b4f8f",
    "Letter": "#2b7fb8",
    "QuestionLetter": "#2b7fb8",
    "AnswerLetter": "#2f9e8f",
    "Reminder": "#c2571a",
    "DelayLetter": "#c2571a",
    "Question": "#7a3fa0",
    "Answer": "#2f9e8f",
    "Motion": "#b0306a",
    "Person": "#4a4a4a",
    "Fractie": "#8a6d00",
    "Committee": "#5b7a1f",
    "Country": "#a33c2a",
    "EuAct": "#3a3fa0",
    "DutchAct": "#3a3fa0",
    "Measure": "#a3305a",
    "VisaMeasure": "#a3305a",
    "Programme": "#00707a",
    "Organization": "#6b5b4b",
    "Post": "#55606e",
    "Dossier": "#123a63",
}
_OTHER = "#7d8790"


def write_picture(view: GraphView) -> str:
    """The page as a string. Positions are computed here, so the page is the same every time."""
    places = layout(view)
    numbers = {node.id: i for i, node in enumerate(view.nodes)}
    degree = [0] * len(view.nodes)
    for edge in view.edges:
        degree[numbers[edge.source]] += 1
        degree[numbers[edge.target]] += 1
    data = {
        "nodes": [
            [n.id, n.label, n.kind, round(places[n.id][0], 1), round(places[n.id][1], 1), degree[i]]
            for i, n in enumerate(view.nodes)
        ],
        "edges": [[numbers[e.source], numbers[e.target], e.kind] for e in view.edges],
        "colours": {k: _COLOURS.get(k, _OTHER) for k in sorted({n.kind for n in view.nodes})},
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return _PAGE.replace("{{title}}", escape(view.name)).replace("{{data}}", safe)


_PAGE = """<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{title}}</title>
<style>
html,body{margin:0;height:100%;font:14px/1.45 system-ui,sans-serif;color:#1d2733;background:#f7f8fa}
#top{position:fixed;left:0;right:0;top:0;padding:.5rem .8rem;background:#fffffff2;border-bottom:1px solid #d6dbe1;display:flex;gap:.4rem;flex-wrap:wrap;align-items:center;z-index:2}
#top h1{font-size:1rem;margin:0 .8rem 0 0}
#top input{padding:.25rem .5rem;min-width:12rem;border:1px solid #9aa5b1;border-radius:4px;font:inherit}
#top button{border:1px solid #c4ccd4;background:#fff;border-radius:999px;padding:.1rem .6rem;font:inherit;cursor:pointer}
#top button[aria-pressed=false]{opacity:.4;text-decoration:line-through}
#top i{display:inline-block;width:.7em;height:.7em;border-radius:50%;margin-right:.35em}
#side{position:fixed;right:0;top:0;bottom:0;width:22rem;max-width:85vw;overflow:auto;background:#fff;border-left:1px solid #d6dbe1;padding:4rem 1rem 1rem;z-index:1;box-sizing:border-box}
#side[hidden]{display:none}
#side h2{font-size:1rem;margin:.2rem 0;overflow-wrap:anywhere}
#side a,#side code{overflow-wrap:anywhere;font-size:.85rem}
#side ul{padding-left:1.1rem}#side li button{border:0;background:none;padding:0;color:#1b4f8f;text-align:left;cursor:pointer;font:inherit}
canvas{display:block}
</style>
</head>
<body>
<div id="top"><h1>{{title}}</h1><input id="q" type="search" placeholder="Zoek / search" aria-label="Zoek / search"><span id="kinds"></span></div>
<canvas id="c" role="img" aria-label="{{title}}"></canvas>
<div id="side" hidden></div>
<script type="application/json" id="data">{{data}}</script>
<script>
'use strict';
const D=JSON.parse(document.getElementById('data').textContent),N=D.nodes,E=D.edges;
const c=document.getElementById('c'),x=c.getContext('2d'),side=document.getElementById('side');
const off=new Set();let scale=1,ox=0,oy=0,sel=-1,hover=-1,hits=null,drag=null;
const near=N.map(()=>[]);E.forEach((e,i)=>{near[e[0]].push(i);near[e[1]].push(i);});
const shown=i=>!off.has(N[i][2]);
const radius=i=>4+Math.min(14,Math.sqrt(N[i][5])*1.8);
function size(){const r=devicePixelRatio||1;c.width=innerWidth*r;c.height=innerHeight*r;c.style.width=innerWidth+'px';c.style.height=innerHeight+'px';x.setTransform(r,0,0,r,0,0);}
function fit(){const xs=N.map(n=>n[3]),ys=N.map(n=>n[4]);if(!N.length)return;const a=Math.min(...xs),b=Math.max(...xs),d=Math.min(...ys),f=Math.max(...ys);
 const top=document.getElementById('top').offsetHeight+20;scale=Math.min((innerWidth-80)/Math.max(1,b-a),(innerHeight-top-50)/Math.max(1,f-d));ox=innerWidth/2-scale*(a+b)/2;oy=top+(innerHeight-top-20)/2-scale*(d+f)/2;}
const px=i=>N[i][3]*scale+ox,py=i=>N[i][4]*scale+oy;
function lit(i){if(sel<0&&!hits)return true;if(hits)return hits.has(i);if(i===sel)return true;return near[sel].some(k=>E[k][0]===i||E[k][1]===i);}
function short(t){return t.length>46?t.slice(0,44)+'…':t;}
function draw(){x.clearRect(0,0,innerWidth,innerHeight);x.lineWidth=1;
 for(const e of E){if(!shown(e[0])||!shown(e[1]))continue;const on=sel>=0&&(e[0]===sel||e[1]===sel);x.strokeStyle=on?'#1b4f8f':(sel>=0||hits)?'#e3e7eb':'#c3ccd5';x.beginPath();x.moveTo(px(e[0]),py(e[0]));x.lineTo(px(e[1]),py(e[1]));x.stroke();}
 for(let i=0;i<N.length;i++){if(!shown(i))continue;x.globalAlpha=lit(i)?1:.15;x.fillStyle=D.colours[N[i][2]];x.beginPath();x.arc(px(i),py(i),radius(i),0,7);x.fill();}
 x.globalAlpha=1;x.font='12px system-ui,sans-serif';x.textBaseline='middle';const used=[];
 const order=[...N.keys()].filter(i=>shown(i)&&lit(i)).sort((a,b)=>(b===sel)-(a===sel)||(b===hover)-(a===hover)||N[b][5]-N[a][5]);
 for(const i of order){const t=short(N[i][1]),w=x.measureText(t).width,l=px(i)+radius(i)+3,m=py(i);if(l>innerWidth||m<0||m>innerHeight)continue;
  const box=[l-2,m-8,l+w+2,m+8];if(i!==sel&&i!==hover&&used.some(b=>box[0]<b[2]&&b[0]<box[2]&&box[1]<b[3]&&b[1]<box[3]))continue;used.push(box);
  x.lineWidth=3;x.strokeStyle='#f7f8fa';x.strokeText(t,l,m);x.fillStyle='#1d2733';x.fillText(t,l,m);}}
function at(ev){let best=-1,bd=1e9;for(let i=0;i<N.length;i++){if(!shown(i))continue;const d=Math.hypot(px(i)-ev.clientX,py(i)-ev.clientY);if(d<radius(i)+5&&d<bd){best=i;bd=d;}}return best;}
function el(tag,text){const n=document.createElement(tag);if(text!==undefined)n.textContent=text;return n;}
function pick(i){sel=i;side.replaceChildren();side.hidden=i<0;if(i>=0){side.append(el('code',N[i][2]),el('h2',N[i][1]));
 const a=el('a',N[i][0]);if(/^https?:/.test(N[i][0]))a.href=N[i][0];side.append(a);const u=el('ul');
 for(const k of near[i]){const e=E[k],o=e[0]===i?e[1]:e[0],li=el('li'),b=el('button',(e[0]===i?'→ ':'← ')+e[2]+': '+N[o][1]);b.onclick=()=>pick(o);li.append(b);u.append(li);}side.append(u);}draw();}
const kinds=document.getElementById('kinds');for(const k of Object.keys(D.colours)){const b=el('button'),i=el('i');i.style.background=D.colours[k];b.append(i,k+' '+N.filter(n=>n[2]===k).length);b.setAttribute('aria-pressed','true');
 b.onclick=()=>{off.has(k)?off.delete(k):off.add(k);b.setAttribute('aria-pressed',String(!off.has(k)));draw();};kinds.append(b);}
document.getElementById('q').oninput=ev=>{const t=ev.target.value.trim().toLowerCase();hits=t?new Set([...N.keys()].filter(i=>N[i][1].toLowerCase().includes(t))):null;draw();};
c.onpointerdown=ev=>{drag=[ev.clientX,ev.clientY,ox,oy,false];c.setPointerCapture(ev.pointerId);};
c.onpointermove=ev=>{if(drag){ox=drag[2]+ev.clientX-drag[0];oy=drag[3]+ev.clientY-drag[1];if(Math.hypot(ev.clientX-drag[0],ev.clientY-drag[1])>4)drag[4]=true;draw();}else{const h=at(ev);if(h!==hover){hover=h;c.style.cursor=h<0?'grab':'pointer';draw();}}};
c.onpointerup=ev=>{if(drag&&!drag[4])pick(at(ev));drag=null;};
c.onwheel=ev=>{ev.preventDefault();const f=Math.exp(-ev.deltaY/500);ox=ev.clientX-(ev.clientX-ox)*f;oy=ev.clientY-(ev.clientY-oy)*f;scale*=f;draw();};
onkeydown=ev=>{if(ev.key==='Escape')pick(-1);};
onresize=()=>{size();draw();};
size();fit();draw();document.body.dataset.ready=String(N.length);
</script>
</body>
</html>
"""
