/**
 * How a PDF is set, in the language of typst. It is the same for every document: texts come in as data (`sys.inputs`) and are put in as strings, so that nothing
 * anybody wrote is ever read as markup.
 */
import { LINE, PAGE, RED, SIZE } from './layout.ts'

export const TEMPLATE = `
#let given = json(bytes(sys.inputs.document))
#let frame = given.frame
#let faces = given.faces
#let chinese = given.language == "zh"
#let line-height = ${LINE}pt
#let gap = line-height - ${SIZE.text}pt

#set document(title: given.title, author: given.issuer, date: datetime(year: given.date.at(0), month: given.date.at(1), day: given.date.at(2)))
#set text(font: faces.text, size: ${SIZE.text}pt, lang: given.language, region: if chinese { "CN" } else { "GB" }, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: gap, spacing: gap, justify: true, first-line-indent: (amount: if chinese { 2em } else { 0em }, all: true))
#set block(spacing: gap)

#set page(
  width: ${PAGE.width}mm, height: ${PAGE.height}mm,
  margin: (top: ${PAGE.top}mm, bottom: ${PAGE.bottom}mm, left: ${PAGE.left}mm, right: ${PAGE.right}mm),
  header-ascent: 7mm, footer-descent: 7mm,
  header: if frame.draft != none { align(right, text(font: faces.heading, size: ${SIZE.small}pt, frame.draft)) },
  footer: context {
    set par(first-line-indent: 0em, leading: 0.4em, spacing: 0.6em, justify: false)
    let page-number = counter(page).get().first()
    let number = text(font: faces.number, size: ${SIZE.small}pt, "— " + str(page-number) + " —")
    if calc.odd(page-number) { align(right, pad(right: ${SIZE.small}pt, number)) } else { align(left, pad(left: ${SIZE.small}pt, number)) }
    if given.notice != none { align(center, text(font: faces.heading, size: ${SIZE.note}pt, given.notice)) }
  },
)

#let plain(body) = { set par(first-line-indent: 0em, justify: false); body }
#let blank(lines) = block(height: lines * line-height - gap)
// A long word, such as a hash, breaks where it has to.
#show regex("[!-~]{24,}"): it => it.text.clusters().map(each => box(baseline: 0.12em, each)).join()

#show title: it => plain(align(center, block(above: gap, below: gap, {
  set text(font: faces.title, size: ${SIZE.title}pt, weight: "bold")
  set par(leading: 0.6em)
  block(width: given.titleWidth * 1pt, it.body)
})))
#show heading: set text(size: ${SIZE.text}pt)
#show heading: it => block(above: gap, below: gap, sticky: true, par(justify: false, text(
  font: if it.level == 1 { faces.heading } else if it.level == 2 { faces.second } else { faces.text },
  weight: if chinese and it.level < 3 { "regular" } else { "bold" },
  it.body,
)))

#let official-table(block-of) = {
  show figure: set block(breakable: true, spacing: gap)
  show figure.caption: it => block(sticky: true, below: 0.6em, text(font: faces.heading, size: ${SIZE.small}pt, it.body))
  set figure.caption(position: top)
  set par(first-line-indent: 0em, leading: 0.45em, justify: false)
  figure(kind: table, supplement: none, numbering: none, caption: block-of.caption, {
    set text(size: ${SIZE.table}pt)
    table(
      columns: block-of.shares.map(each => each * 1fr),
      align: block-of.columns.map(each => if each.align == "right" { right + horizon } else { left + horizon }),
      inset: (x: 4pt, y: 5pt), stroke: 0.5pt,
      table.header(..block-of.columns.map(each => table.cell(align: center + horizon, text(font: faces.heading, each.title)))),
      // A bracket may begin a line; typst knows of no such place after a percent sign.
      ..block-of.rows.flatten().map(each => each.split("（").join(box() + "（")),
    )
  })
}

// 发文机关标志 35 mm below the upper edge; what every page says stands above it once more, where it is read aloud as well.
#plain({
  block(height: 35mm, below: 0pt, if given.notice != none { text(font: faces.heading, size: ${SIZE.small}pt, given.notice) })
  align(center, block(above: 0pt, text(font: faces.title, size: given.headSize * 1pt, weight: "bold", fill: rgb("${RED}"), given.head)))
  blank(2)
  align(center, block(below: 4mm, frame.number))
  block(above: 0pt, line(length: 100%, stroke: 1.5pt + rgb("${RED}")))
  blank(2)
})
#title(given.title)
#plain({
  blank(1)
  if frame.to != none { block(frame.to) }
})

// What comes last goes with the signature: no seal stands on a page alone.
#for (index, each) in given.body.enumerate() {
  if each.kind == "heading" { heading(level: each.level, each.text) }
  else if each.kind == "table" { official-table(each) }
  else { block(sticky: index == given.body.len() - 1, par(each.text)) }
}

#if frame.annexes.len() > 0 {
  block(sticky: true, height: line-height - gap)
  for (index, each) in frame.annexes.enumerate() {
    block(sticky: true, pad(left: if index > 0 and chinese { 3em } else { 0em }, par(each)))
  }
}

// 署名 is centred above 成文日期, which ends four characters before the right edge.
#plain(block(breakable: false, width: 100%, above: gap, {
  align(right, pad(right: 4em, box(width: auto, align(center, {
    set par(leading: gap)
    block(height: 3 * line-height, align(horizon, text(size: ${SIZE.small}pt, fill: luma(90), frame.seal)))
    block(given.issuer)
    block(frame.day)
  }))))
}))

#if frame.colophon.len() > 0 { plain({
  v(1fr)
  block(breakable: false, width: 100%, {
    set text(size: ${SIZE.small}pt)
    set block(spacing: 5pt)
    set par(leading: 0.5em)
    for (index, each) in frame.colophon.enumerate() {
      line(length: 100%, stroke: if index == 0 { 1pt } else { 0.7pt })
      pad(x: 1em, grid(columns: (1fr, auto), column-gutter: 1em, each.at(0), each.at(1)))
    }
    line(length: 100%, stroke: 1pt)
  })
}) }
`
