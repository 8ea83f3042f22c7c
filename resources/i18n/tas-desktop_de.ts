<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>E&amp;xtras</translation>
    </message>
    <message>
        <source>He&amp;lp</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Open folder of pictures …</source>
        <translation>Bilderordner öffnen …</translation>
    </message>
    <message>
        <source>Open project file …</source>
        <translation>Projektdatei öffnen …</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
    <message>
        <source>Export COCO …</source>
        <translation>COCO exportieren …</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Accept the selected candidate</source>
        <translation>Ausgewählten Kandidaten annehmen</translation>
    </message>
    <message>
        <source>No such object in this picture</source>
        <translation>Kein solches Objekt in diesem Bild</translation>
    </message>
    <message>
        <source>Skip this expression</source>
        <translation>Diesen Ausdruck überspringen</translation>
    </message>
    <message>
        <source>Flag with a note …</source>
        <translation>Mit Notiz markieren …</translation>
    </message>
    <message>
        <source>New expression</source>
        <translation>Neuer Ausdruck</translation>
    </message>
    <message>
        <source>Remove this expression</source>
        <translation>Diesen Ausdruck entfernen</translation>
    </message>
    <message>
        <source>Fit the picture</source>
        <translation>Bild einpassen</translation>
    </message>
    <message>
        <source>Actual size, 1:1</source>
        <translation>Originalgröße, 1:1</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Vorheriges Bild</translation>
    </message>
    <message>
        <source>Next undecided picture</source>
        <translation>Nächstes unentschiedenes Bild</translation>
    </message>
    <message>
        <source>To the expression box</source>
        <translation>Zum Ausdrucksfeld</translation>
    </message>
    <message>
        <source>To the filter of the list</source>
        <translation>Zum Filter der Liste</translation>
    </message>
    <message>
        <source>Analyse this picture again</source>
        <translation>Dieses Bild neu analysieren</translation>
    </message>
    <message>
        <source>Cancel the analysis</source>
        <translation>Analyse abbrechen</translation>
    </message>
    <message>
        <source>Command palette …</source>
        <translation>Befehlspalette …</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>About TAS Desktop</source>
        <translation>Über TAS Desktop</translation>
    </message>
    <message>
        <source>Accept candidate {0}</source>
        <translation>Kandidat {0} annehmen</translation>
    </message>
    <message>
        <source>Walk the ranked candidates</source>
        <translation>Durch die Kandidaten gehen</translation>
    </message>
    <message>
        <source>Up / Down</source>
        <translation>Auf / Ab</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Accept what is painted; next expression or picture</source>
        <translation>Das Gezeichnete annehmen; nächster Ausdruck oder nächstes Bild</translation>
    </message>
    <message>
        <source>Accept that candidate</source>
        <translation>Diesen Kandidaten annehmen</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+9</source>
        <translation>Alt+1 … Alt+9</translation>
    </message>
    <message>
        <source>Let go of a held Enter</source>
        <translation>Eine gehaltene Eingabe loslassen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Alt+H</source>
        <translation>Alt+H</translation>
    </message>
    <message>
        <source>Hold for the bare picture (H outside text)</source>
        <translation>Halten für das bloße Bild (H außerhalb von Text)</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Mauszeiger zoomen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Space+drag</source>
        <translation>Leertaste+Ziehen</translation>
    </message>
    <message>
        <source>Move the picture (middle button too)</source>
        <translation>Bild verschieben (auch mit der mittleren Taste)</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>outside the region</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>no caption yet</source>
        <translation>noch keine Beschreibung</translation>
    </message>
    <message>
        <source>{0} of the picture</source>
        <translation>{0} des Bildes</translation>
    </message>
    <message>
        <source>{0} was {1}</source>
        <translation>{0} war {1}</translation>
    </message>
</context>
<context>
    <name>CandidatesPanel</name>
    <message>
        <source>Ranked candidates</source>
        <translation>Kandidaten nach Rang</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Why this rank</source>
        <translation>Warum dieser Rang</translation>
    </message>
    <message>
        <source>{0} masks</source>
        <translation>{0} Masken</translation>
    </message>
    <message>
        <source>V only so far</source>
        <translation>bisher nur V</translation>
    </message>
    <message>
        <source>No masks</source>
        <translation>Keine Masken</translation>
    </message>
    <message>
        <source>F5 analyses the picture again.</source>
        <translation>F5 analysiert das Bild neu.</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Open a folder to begin.</source>
        <translation>Zum Anfangen einen Ordner öffnen.</translation>
    </message>
    <message>
        <source>This picture cannot be read</source>
        <translation>Dieses Bild kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Page Down goes on to the next one.</source>
        <translation>Bild-ab geht zum nächsten weiter.</translation>
    </message>
    <message>
        <source>No masks found</source>
        <translation>Keine Masken gefunden</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N says that there is no such object.</source>
        <translation>Strg+Umschalt+N sagt, dass es kein solches Objekt gibt.</translation>
    </message>
    <message>
        <source>Looking for masks …</source>
        <translation>Masken werden gesucht …</translation>
    </message>
    <message>
        <source>Type while you wait; they are ranked as they come.</source>
        <translation>Inzwischen tippen; sie werden eingeordnet, sobald sie da sind.</translation>
    </message>
    <message>
        <source>Type what you mean</source>
        <translation>Schreiben, was gemeint ist</translation>
    </message>
    <message>
        <source>For instance: the striped red mug on the left</source>
        <translation>Zum Beispiel: the striped red mug on the left</translation>
    </message>
    <message>
        <source>Ranking …</source>
        <translation>Wird eingeordnet …</translation>
    </message>
</context>
<context>
    <name>CanvasBar</name>
    <message>
        <source>Opacity of the mask</source>
        <translation>Deckkraft der Maske</translation>
    </message>
    <message>
        <source>Mask</source>
        <translation>Maske</translation>
    </message>
</context>
<context>
    <name>ChipBar</name>
    <message>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>What is looked for</source>
        <translation>Was gesucht wird</translation>
    </message>
    <message>
        <source>Where it is, or how it ranks</source>
        <translation>Wo es ist oder an welcher Stelle</translation>
    </message>
    <message>
        <source>Something else in the picture; looking like it costs</source>
        <translation>Etwas anderes im Bild; ihm zu ähneln kostet</translation>
    </message>
</context>
<context>
    <name>EditCommands</name>
    <message>
        <source>Flag</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>What should someone look at?</source>
        <translation>Worauf soll jemand schauen?</translation>
    </message>
</context>
<context>
    <name>FileCommands</name>
    <message>
        <source>Open folder of pictures</source>
        <translation>Bilderordner öffnen</translation>
    </message>
    <message>
        <source>Open project</source>
        <translation>Projekt öffnen</translation>
    </message>
    <message>
        <source>TAS projects (*.tas)</source>
        <translation>TAS-Projekte (*.tas)</translation>
    </message>
    <message>
        <source>COCO, polygons exact to the pixel (*.json)</source>
        <translation>COCO, pixelgenaue Polygone (*.json)</translation>
    </message>
    <message>
        <source>COCO, run lengths (*.json)</source>
        <translation>COCO, Lauflängen (*.json)</translation>
    </message>
    <message>
        <source>Export COCO</source>
        <translation>COCO exportieren</translation>
    </message>
    <message>
        <source>Exported {0} annotations with {1} expressions to {2}.</source>
        <translation>{0} Annotationen mit {1} Ausdrücken nach {2} exportiert.</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Export abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>GoCommands</name>
    <message>
        <source>No picture further down has anything left to decide.</source>
        <translation>Weiter unten ist in keinem Bild mehr etwas zu entscheiden.</translation>
    </message>
</context>
<context>
    <name>HelpCommands</name>
    <message>
        <source>About TAS Desktop</source>
        <translation>Über TAS Desktop</translation>
    </message>
    <message>
        <source>Type what you mean, pick the mask, export.
Apache License 2.0.</source>
        <translation>Schreiben, was gemeint ist, Maske wählen, exportieren.
Apache-Lizenz 2.0.</translation>
    </message>
</context>
<context>
    <name>UndoNames</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>decision on “{0}”</source>
        <translation>Entscheidung zu „{0}“</translation>
    </message>
    <message>
        <source>adding “{0}”</source>
        <translation>Hinzufügen von „{0}“</translation>
    </message>
    <message>
        <source>editing “{0}”</source>
        <translation>Ändern von „{0}“</translation>
    </message>
    <message>
        <source>removing an expression</source>
        <translation>Entfernen eines Ausdrucks</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>Kategorie {0}</translation>
    </message>
</context>
<context>
    <name>ExpressionPanel</name>
    <message>
        <source>Expressions of this image</source>
        <translation>Ausdrücke dieses Bildes</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Open pictures first</source>
        <translation>Erst Bilder öffnen</translation>
    </message>
    <message>
        <source>Another one, or ⏎ to go on</source>
        <translation>Noch einer, oder ⏎ weiter</translation>
    </message>
    <message>
        <source>What do you mean?</source>
        <translation>Was ist gemeint?</translation>
    </message>
    <message>
        <source>⏎ held: will accept when the ranking of this text is there (Esc lets go)</source>
        <translation>⏎ gehalten: nimmt an, sobald die Rangfolge zu diesem Text da ist (Esc lässt los)</translation>
    </message>
    <message>
        <source>The first candidate has just changed. Enter once more accepts it.</source>
        <translation>Der erste Kandidat hat gerade gewechselt. Noch einmal Eingabe nimmt ihn an.</translation>
    </message>
    <message>
        <source>Ranking …</source>
        <translation>Wird eingeordnet …</translation>
    </message>
    <message>
        <source>✓ decided   ⏎ decides anew   ↑↓ choose</source>
        <translation>✓ entschieden   ⏎ neu entscheiden   ↑↓ wählen</translation>
    </message>
    <message>
        <source>⏎ accepts   ↑↓ choose   Alt+1…9 pick</source>
        <translation>⏎ nimmt an   ↑↓ wählen   Alt+1…9 direkt</translation>
    </message>
    <message>
        <source>Waiting for the masks …</source>
        <translation>Warten auf die Masken …</translation>
    </message>
    <message>
        <source>Ctrl+K commands   F1 keys</source>
        <translation>Strg+K Befehle   F1 Tasten</translation>
    </message>
</context>
<context>
    <name>ImageDelegate</name>
    <message>
        <source>no expressions</source>
        <translation>keine Ausdrücke</translation>
    </message>
</context>
<context>
    <name>ImagesPanel</name>
    <message>
        <source>Filter: name, status:todo</source>
        <translation>Filter: Name, status:todo</translation>
    </message>
    <message>
        <source>Words from the file name, or {0}</source>
        <translation>Wörter aus dem Dateinamen oder {0}</translation>
    </message>
    <message>
        <source>Filter of the image list</source>
        <translation>Filter der Bilderliste</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>unknown status: {0}</source>
        <translation>unbekannter Status: {0}</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{0} von {1} gezeigt</translation>
    </message>
</context>
<context>
    <name>KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>The loop</source>
        <translation>Der Ablauf</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening {0} …</source>
        <translation>{0} wird geöffnet …</translation>
    </message>
</context>
<context>
    <name>NoticeBoard</name>
    <message>
        <source>Something went wrong inside the program: {0}</source>
        <translation>Im Programm ist etwas schiefgegangen: {0}</translation>
    </message>
    <message>
        <source>The log file has the details. You can go on working.</source>
        <translation>Die Protokolldatei hat die Einzelheiten. Die Arbeit kann weitergehen.</translation>
    </message>
</context>
<context>
    <name>NoticeStrip</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PaletteDialog</name>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>SessionMessages</name>
    <message>
        <source>This was the last picture of the list.</source>
        <translation>Das war das letzte Bild der Liste.</translation>
    </message>
    <message>
        <source>There is no mask to accept in this picture.</source>
        <translation>In diesem Bild gibt es keine Maske zum Annehmen.</translation>
    </message>
    <message>
        <source>Say that there is no such object with Ctrl+Shift+N, or skip with Ctrl+Shift+K.</source>
        <translation>Mit Strg+Umschalt+N angeben, dass es kein solches Objekt gibt, oder mit Strg+Umschalt+K überspringen.</translation>
    </message>
    <message>
        <source>Nothing can be decided: the project is open for reading only ({0}).</source>
        <translation>Es kann nichts entschieden werden: Das Projekt ist nur zum Lesen geöffnet ({0}).</translation>
    </message>
    <message>
        <source>Copy the folder to a place you may write to and open it there.</source>
        <translation>Den Ordner an einen beschreibbaren Ort kopieren und dort öffnen.</translation>
    </message>
    <message>
        <source>The folder cannot be written to; the project is kept in {0}.</source>
        <translation>Der Ordner ist nicht beschreibbar; das Projekt liegt in {0}.</translation>
    </message>
    <message>
        <source>Same object as before: both expressions now name one referent.</source>
        <translation>Dasselbe Objekt wie zuvor: Beide Ausdrücke benennen jetzt einen Referenten.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Reading the picture …</source>
        <translation>Bild wird gelesen …</translation>
    </message>
    <message>
        <source>The picture cannot be read</source>
        <translation>Das Bild kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>Loading models …</source>
        <translation>Modelle werden geladen …</translation>
    </message>
    <message>
        <source>Looking for masks …</source>
        <translation>Masken werden gesucht …</translation>
    </message>
    <message>
        <source>Writing captions …</source>
        <translation>Beschreibungen werden geschrieben …</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The analysis failed</source>
        <translation>Die Analyse ist gescheitert</translation>
    </message>
    <message>
        <source>Exporting …</source>
        <translation>Wird exportiert …</translation>
    </message>
    <message>
        <source>{0} masks in {1} s</source>
        <translation>{0} Masken in {1} s</translation>
    </message>
    <message>
        <source>Loading models</source>
        <translation>Modelle werden geladen</translation>
    </message>
    <message>
        <source>Looking for masks</source>
        <translation>Masken werden gesucht</translation>
    </message>
    <message>
        <source>Looking at each mask</source>
        <translation>Jede Maske wird betrachtet</translation>
    </message>
    <message>
        <source>Writing captions</source>
        <translation>Beschreibungen werden geschrieben</translation>
    </message>
    <message>
        <source>Gathering phrases</source>
        <translation>Wortgruppen werden gesammelt</translation>
    </message>
    <message>
        <source>Exporting {0} / {1}</source>
        <translation>Export {0} / {1}</translation>
    </message>
    <message>
        <source>Opening {0} …</source>
        <translation>{0} wird geöffnet …</translation>
    </message>
    <message>
        <source>models not loaded</source>
        <translation>Modelle nicht geladen</translation>
    </message>
    <message>
        <source>Devices in use
{0}</source>
        <translation>Benutzte Geräte
{0}</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>Memory in use</source>
        <translation>Benutzter Speicher</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>saving …</source>
        <translation>wird gespeichert …</translation>
    </message>
    <message>
        <source>✓ saved</source>
        <translation>✓ gespeichert</translation>
    </message>
    <message>
        <source>{0} decided</source>
        <translation>{0} entschieden</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Type what you mean, pick the mask</source>
        <translation>Schreiben, was gemeint ist, Maske wählen</translation>
    </message>
    <message>
        <source>Open a folder of pictures, or drop one here. Every decision is saved as you make it.</source>
        <translation>Einen Bilderordner öffnen oder hierher ziehen. Jede Entscheidung wird sofort gespeichert.</translation>
    </message>
    <message>
        <source>Open a folder …</source>
        <translation>Ordner öffnen …</translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation>Beispielprojekt öffnen</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>looks like the text</source>
        <translation>sieht aus wie der Text</translation>
    </message>
    <message>
        <source>its caption means the text</source>
        <translation>seine Beschreibung meint den Text</translation>
    </message>
    <message>
        <source>looks like something else</source>
        <translation>sieht aus wie etwas anderes</translation>
    </message>
    <message>
        <source>its colour and usual size</source>
        <translation>seine Farbe und übliche Größe</translation>
    </message>
    <message>
        <source>its mask is trusted</source>
        <translation>seiner Maske wird vertraut</translation>
    </message>
    <message>
        <source>its place or size</source>
        <translation>seine Lage oder Größe</translation>
    </message>
    <message>
        <source>Rank {0}: outside the place the text names.</source>
        <translation>Rang {0}: außerhalb der Stelle, die der Text nennt.</translation>
    </message>
    <message>
        <source>Rank {0}; before the place was looked at, rank {1}.</source>
        <translation>Rang {0}; bevor die Lage zählte, Rang {1}.</translation>
    </message>
    <message>
        <source>Rank 1, ahead of the next by {0}.</source>
        <translation>Rang 1, um {0} vor dem nächsten.</translation>
    </message>
    <message>
        <source>Rank {0}.</source>
        <translation>Rang {0}.</translation>
    </message>
    <message>
        <source>N, phrase by phrase: {0}</source>
        <translation>N, nach Wortgruppen: {0}</translation>
    </message>
</context>
</TS>
