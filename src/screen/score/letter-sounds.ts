/**
 * What letters of other scripts stand for in names, by letters of skeletons (see `skeleton`: S sh, Z zh, C ch, X ts, i also y and j), each with a cost in tenths; `-` for
 * nothing. From the usual romanisations of each script and the ways in which it writes foreign names: Arabic without p, v and g, Hebrew with one letter for b and v, p and f, Thai finals.
 */
export const ARABIC_SOUNDS = `
ا آ أ إ ٱ : a0 e0 o0 u0 i1 -3
ى : a0 i0 e1 -2
ء ئ ؤ ع : a0 e0 o0 u0 i0 -0
و : v0 u0 o0 a3 e4 -3
ي ی ې ے : i0 e0 a3 -3
ة ۃ : a0 e0 t3 h1 -1
ه ہ ھ ە : h0 a2 e2 -2
ب : b0 p0 v3
پ : p0 b2
ت : t0 d3
ط ٹ : t0
ث : t0 s0
ج : i0 Z1 g0 z3 C3
چ : C0 S2
ح : h0 k3
خ : h0 k1
د ڈ : d0
ذ : z0 d0
ر ڑ : r0 l6
ز : z0
ژ : Z0 i1
س ص : s0 z3
ش : S0 C2 s3
ض ظ : z0 d0
غ : g0 h3
لله : l0 | a0 -1 | h0
نغ نج : n0 | g0 i3 Z3 -0
ف : f0 v0 p3
ڤ ۋ : v0 f2
ق : k0 g0
ك ک : k0 g3 h4
گ : g0 k2
كس ڪس : k0 | s0 z3
ل : l0
م : m0
ن ں : n0 m4
`;

export const HEBREW_SOUNDS = `
א ע : a0 e0 o0 u0 i0 -0
ה : h0 a0 e0 -1
ו : v0 u0 o0 -3
וו : v0 u2
י יי : i0 e0 a3 -2
ב : b0 v0 f5
ג : g0 i1 Z2 C4
נג : n0 | g0 i1 Z2 -1
ד : d0
ז : z0 Z1 i2
ח : h0 k1 C1
ט ת : t0
כ ך : k0 h0 C1
ל : l0
מ ם : m0
נ ן : n0
ס : s0
פ ף : p0 f0
צ ץ : X0 C0 z1 s3
ק : k0
ר : r0
ש : S0 s0
`;

/** Consonants as they begin and as they end syllables; under the sign of silence (*) they may be gone. */
export const THAI_SOUNDS = `
ก : k0 g2
ข ค ฆ : k0 h4
ข* ค* ก* : k0 g0 -1
ง : n0 | g0 -1
จ : i0 C1 Z1 t2 g3
จ* ช* : C0 i0 t1 g3 -1
ฉ ช ฌ : C0 S1 i1 t2
ซ : s0 z0 X2 t3
ศ ษ ส : s0 t2
ศ* ษ* ส* ซ* : s0 z1 X2 -0
ญ : i0 n1
ด ฎ : d0 t0
ต ฏ : t0 d1
ถ ฐ ท ฑ ธ ฒ : t0 d1
ด* ต* ท* ธ* ถ* ฐ* ฏ* ฎ* : t0 d0 -0
ษฐ ษฎ : t0 s2 -0 | t0
ทร : s0 t1 d1 | r1 -0
น ณ : n0
น* ณ* : n0 -0
บ : b0 p0 v2
ป : p0 b1
พ ผ ภ : p0 b1 v3
พ* ป* บ* ภ* : p0 b0 -1
ฝ ฟ : f0 v1
ฟ* : f0 v0 -1
ม : m0
ม* : m0 -1
ย : i0 -1
ย* : i0 -0
ร : r0 n2 l3
รร : a0 n1 -1 | n0 r1 -1
ร* ล* : r0 l0 -0
ล ฬ : l0 r3 n5
ว : v0 u0 o0 -2
ห ฮ : h0 -1
อ : o0 a1 e3 u3 i3 -0
ค* : k0 g1 -0
ั ะ า ๅ : a0 o2 e3 u2 -1
ำ : a0 | m0
ิ ี : i0 e2 -2
ึ ื : u0 e0 i1 -2
ุ ู : u0 o1 a3 -2
เ แ : e0 a0 i2 o2 -1
โ : o0 u2 a3 -1
ไ ใ : a0 | i0 e0 -1
`;

export const GREEK_SOUNDS = `
α : a
ε αι : e
η ι ει οι υι : i
υ : i0 u1 e3 -1
ο ω : o
ου : u0 v1 -1
αυ : a0 | v0 f0
ευ : e0 | v0 f0
β : v0 b2
γ : g0 i2
γι : i0 g0 | -0 i0
γγ γκ : n1 -0 | g0
μπ : m1 -0 | b0 p2
ντ : n1 -0 | d0 t1
τζ : i0 Z1 C2 X3
τσ τς : X0 C0 S3
ζ : z0 Z0
δ : d0
θ : t0
κ : k0 g3
λ : l0
μ : m0
ν : n0
ξ : k0 | s0
π : p0
ρ : r0
σ ς : s0 S0 z3 -6
τ : t0 d3
φ : f0 v1
χ : h0 k1 C1
ψ : p0 | s0
`;

/** Of words spelled as Japanese says them, in Latin letters: a vowel behind every consonant, l as r, v as b. */
export const KANA_SOUNDS = `
a : a0 e2 o3 u2 i4 -2
i y : i0 e1 a4 -1
u : u0 v1 o2 e2 a3 i3 -0
o : o0 a2 u1 e3 -1
e : e0 i1 a2 o3 -2
b bb : b0 v0
p pp : p0
m : m0 n3
f ff : f0 h1 v2
v : v0
w : v0 u0
d dd : d0
t tt : t0
n : n0 m2
r : r0 l0
k kk : k0
g gg : g0
h hh : h0 f1
z : z0 s2 X2
j jj : i0 Z0 z1 d2 g2
s ss : s0 z3
sh ssh : S0 s1
ch tch cch : C0 t1 Z1 k3 i3
ts tts : X0 t1 z2
`;

/** Of Hangul in the Revised Romanization. */
export const HANGUL_SOUNDS = `
a : a
e ae : e0 a1 i2 -1
i : i0 e2 -1
o : o0 a2 u2 -1
u : u0 o2 v1 -1
eo : o0 e0 a1 u0 i2 -0
eu : u1 e1 i1 o1 -0
oe ui : e1 i1 o1 u1 -1
w y : v0 u0 i0 -1
b pp : b0 v0 p2
p : p0 f0 v2
m : m0
d tt : d0 t1
t : t0 d2
n : n0
l ll r : r0 l0
k kk : k0 g2
g : g0 k0
h : h0 f2
j jj : i0 Z0 z0 C1
ch : C0 k3 X1
s ss : s0 z3 S1
ng : n0 | g0 -1
`;
