export const help = `Redcliff makes a film of what you bring, on this machine, with no key and no network.

  npm run film -- <text | file | -> [options]

  <text>    a wish («a noir about a lighthouse keeper»), or a poem, in quotes
  <file>    prose, a poem, a script with speakers, a finished storyboard table (Markdown or CSV),
            or the film.json of a film, to make it again
  -         the same, from standard input

What you bring is never rewritten; a finished table is obeyed to the letter.
At a terminal you are asked at each gate, and may answer with notes in plain words:
  «shot 2.3 closer, and slower»   «drop 1.3»   «2.4: more ships, dusk»   «look noir»   «undo»

  --out DIR          where the film goes                    films/<title>/
  --aspect A         16:9  9:16  1:1  4:3  2.39:1           16:9
  --size S           720p  1080p                            720p
  --fps N            24  25  30                             24
  --seconds N        wanted length, 3 to 1800               what the text needs
  --language L       zh  en  auto                           auto
  --look L           ink-wash  pencil  flat  noir  gouache  what suits the text
  --voice V          the narrator: narrator, man-1, woman-1 …, or off
  --music M          serene  melancholy  epic  tense  joyful  mysterious  romantic  wonder  off
  --candidates N     panels drawn for each shot, 1 to 4     4; 1 with --yes
  --budget USD       stop before more than this is spent, where keys buy the work   no limit
  --seed N           another number, another film           1
  --yes              take the standard answer at every gate
  --resume ID        go on with a film that was stopped (the same command does it too)
  --help, --version

It leaves in DIR: film.mp4, storyboard.png, storyboard.md, script.md, captions.srt and film.json (the recipe).
Ctrl-C stops at any moment; nothing that was made is made again.

  npm run film -- examples/red-cliff.md
  npm run film -- "a noir about a lighthouse keeper" --aspect 2.39:1 --yes
  npm run film -- examples/lighthouse.md --look gouache --seconds 60`
