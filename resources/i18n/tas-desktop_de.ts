<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
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
    <message>
        <source>Libraries and their licences</source>
        <translation>Bibliotheken und ihre Lizenzen</translation>
    </message>
    <message>
        <source>Qt and PySide6 are used under the LGPL 3.0 and can be exchanged for another build.</source>
        <translation>Qt und PySide6 werden unter der LGPL 3.0 benutzt und können gegen einen anderen Bau getauscht werden.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
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
        <source>Mas&amp;k</source>
        <translation>Mas&amp;ke</translation>
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
        <source>&amp;Project</source>
        <translation>&amp;Projekt</translation>
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
        <translation>Hi&amp;lfe</translation>
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
        <source>Import dataset …</source>
        <translation>Datensatz importieren …</translation>
    </message>
    <message>
        <source>Export dataset …</source>
        <translation>Datensatz exportieren …</translation>
    </message>
    <message>
        <source>Settings …</source>
        <translation>Einstellungen …</translation>
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
        <source>Keep this text, decide later</source>
        <translation>Diesen Text behalten, später entscheiden</translation>
    </message>
    <message>
        <source>Change the text in the list</source>
        <translation>Text in der Liste ändern</translation>
    </message>
    <message>
        <source>Remove this expression</source>
        <translation>Diesen Ausdruck entfernen</translation>
    </message>
    <message>
        <source>Move this expression up</source>
        <translation>Diesen Ausdruck nach oben</translation>
    </message>
    <message>
        <source>Move this expression down</source>
        <translation>Diesen Ausdruck nach unten</translation>
    </message>
    <message>
        <source>Change the category …</source>
        <translation>Kategorie ändern …</translation>
    </message>
    <message>
        <source>Mend the text as the hint says</source>
        <translation>Text nach dem Hinweis verbessern</translation>
    </message>
    <message>
        <source>Hint at position words (as RefCOCO+ does without)</source>
        <translation>Auf Ortswörter hinweisen (wie in RefCOCO+ ohne)</translation>
    </message>
    <message>
        <source>Previous expression of this picture</source>
        <translation>Voriger Ausdruck dieses Bildes</translation>
    </message>
    <message>
        <source>Next expression of this picture</source>
        <translation>Nächster Ausdruck dieses Bildes</translation>
    </message>
    <message>
        <source>Suggest expressions for this mask</source>
        <translation>Ausdrücke für diese Maske vorschlagen</translation>
    </message>
    <message>
        <source>Suggest expressions for all pictures without text</source>
        <translation>Ausdrücke für alle Bilder ohne Text vorschlagen</translation>
    </message>
    <message>
        <source>Stop suggesting for all</source>
        <translation>Vorschlagen von Ausdrücken anhalten</translation>
    </message>
    <message>
        <source>Ranking method and parameters …</source>
        <translation>Rangverfahren und Parameter …</translation>
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
        <source>Order: as added</source>
        <translation>Reihenfolge: wie hinzugefügt</translation>
    </message>
    <message>
        <source>Order: smallest margin first</source>
        <translation>Reihenfolge: kleinster Abstand zuerst</translation>
    </message>
    <message>
        <source>Order: V, P and N disagree most first</source>
        <translation>Reihenfolge: wo V, P und N am wenigsten übereinstimmen</translation>
    </message>
    <message>
        <source>Order: at random</source>
        <translation>Reihenfolge: zufällig</translation>
    </message>
    <message>
        <source>Filter and order the list anew</source>
        <translation>Liste neu filtern und ordnen</translation>
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
        <source>Propose for all pictures</source>
        <translation>Für alle Bilder vorschlagen</translation>
    </message>
    <message>
        <source>Rank all undecided expressions anew</source>
        <translation>Alle unentschiedenen Ausdrücke neu einordnen</translation>
    </message>
    <message>
        <source>Stop proposing for all pictures</source>
        <translation>Vorschlagen für alle Bilder anhalten</translation>
    </message>
    <message>
        <source>The last batch …</source>
        <translation>Der letzte Stapellauf …</translation>
    </message>
    <message>
        <source>Back-check decisions, blind</source>
        <translation>Entscheidungen blind nachprüfen</translation>
    </message>
    <message>
        <source>Statistics …</source>
        <translation>Statistik …</translation>
    </message>
    <message>
        <source>Compare methods …</source>
        <translation>Verfahren vergleichen …</translation>
    </message>
    <message>
        <source>Models and profiles …</source>
        <translation>Modelle und Profile …</translation>
    </message>
    <message>
        <source>Hand out in parts …</source>
        <translation>In Teilen ausgeben …</translation>
    </message>
    <message>
        <source>Bring work back …</source>
        <translation>Arbeit zurückholen …</translation>
    </message>
    <message>
        <source>Report of the last merge …</source>
        <translation>Bericht der letzten Zusammenführung …</translation>
    </message>
    <message>
        <source>Deal into train, val and test …</source>
        <translation>Auf train, val und test verteilen …</translation>
    </message>
    <message>
        <source>Categories …</source>
        <translation>Kategorien …</translation>
    </message>
    <message>
        <source>Find moved pictures …</source>
        <translation>Verschobene Bilder suchen …</translation>
    </message>
    <message>
        <source>Replaced pictures …</source>
        <translation>Ersetzte Bilder …</translation>
    </message>
    <message>
        <source>Save again what is not saved</source>
        <translation>Ungespeichertes noch einmal speichern</translation>
    </message>
    <message>
        <source>Analyses on disk …</source>
        <translation>Analysen auf der Platte …</translation>
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
        <source>Show the log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>What the filter understands</source>
        <translation>Was der Filter versteht</translation>
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
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Let go of a held Enter; cancel a repair, end several</source>
        <translation>Eine gehaltene Eingabe loslassen; Ausbessern abbrechen, Mehrfachwahl beenden</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>Rechte Taste</translation>
    </message>
    <message>
        <source>While a mask is repaired: the opposite of the tool (Shift too)</source>
        <translation>Beim Ausbessern einer Maske: das Gegenteil des Werkzeugs (auch Umschalt)</translation>
    </message>
    <message>
        <source>Arrows, X</source>
        <translation>Pfeile, X</translation>
    </message>
    <message>
        <source>While a mask is repaired: point and click by keys (Shift: finer)</source>
        <translation>Beim Ausbessern einer Maske: mit Tasten zeigen und klicken (Umschalt: feiner)</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>While several are chosen: choose the candidate in the list</source>
        <translation>Bei Mehrfachwahl: den Kandidaten in der Liste wählen</translation>
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
    <message>
        <source>Edit the selected mask</source>
        <translation>Ausgewählte Maske bearbeiten</translation>
    </message>
    <message>
        <source>Draw a mask by hand</source>
        <translation>Maske von Hand zeichnen</translation>
    </message>
    <message>
        <source>Choose several candidates</source>
        <translation>Mehrere Kandidaten wählen</translation>
    </message>
    <message>
        <source>Points: + on the object, − beside it</source>
        <translation>Punkte: + auf dem Objekt, − daneben</translation>
    </message>
    <message>
        <source>Box around the object</source>
        <translation>Rahmen um das Objekt</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Polygon to add</source>
        <translation>Vieleck hinzufügen</translation>
    </message>
    <message>
        <source>Polygon to cut out, a hole</source>
        <translation>Vieleck ausschneiden, ein Loch</translation>
    </message>
    <message>
        <source>Add another proposal</source>
        <translation>Einen anderen Vorschlag hinzunehmen</translation>
    </message>
    <message>
        <source>Cut another proposal out</source>
        <translation>Einen anderen Vorschlag wegschneiden</translation>
    </message>
    <message>
        <source>Fill the holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Accept the repaired mask</source>
        <translation>Ausgebesserte Maske annehmen</translation>
    </message>
    <message>
        <source>Cancel the repair</source>
        <translation>Ausbessern abbrechen</translation>
    </message>
    <message>
        <source>Enter accepts what is painted</source>
        <translation>Eingabe nimmt an, was gezeichnet ist</translation>
    </message>
    <message>
        <source>the arrows walk the candidates</source>
        <translation>die Pfeile gehen durch die Kandidaten</translation>
    </message>
    <message>
        <source>it moves in the text</source>
        <translation>sie bewegt sich im Text</translation>
    </message>
    <message>
        <source>it deletes text</source>
        <translation>sie löscht Text</translation>
    </message>
    <message>
        <source>Tab goes from part to part</source>
        <translation>Tab geht von Teil zu Teil</translation>
    </message>
    <message>
        <source>it copies or selects text</source>
        <translation>sie kopiert oder wählt Text</translation>
    </message>
    <message>
        <source>Esc lets go</source>
        <translation>Esc lässt los</translation>
    </message>
    <message>
        <source>it is typed, or moves the picture</source>
        <translation>sie wird getippt oder verschiebt das Bild</translation>
    </message>
    <message>
        <source>Alt+H shows the bare picture</source>
        <translation>Alt+H zeigt das bloße Bild</translation>
    </message>
    <message>
        <source>input methods use it</source>
        <translation>Eingabemethoden benutzen sie</translation>
    </message>
    <message>
        <source>it opens the menu {0}</source>
        <translation>sie öffnet das Menü {0}</translation>
    </message>
    <message>
        <source>{0} has it</source>
        <translation>{0} hat sie</translation>
    </message>
</context>
<context>
    <name>BackCheckMessages</name>
    <message>
        <source>Back-check: decide this one once more. The first choice and the order are hidden.</source>
        <translation>Nachprüfung: noch einmal entscheiden. Die erste Wahl und die Reihenfolge sind verborgen.</translation>
    </message>
    <message>
        <source>Click the object or walk with the arrow keys; ‹skip› leaves it out.</source>
        <translation>Das Objekt anklicken oder mit den Pfeiltasten gehen; ‹skip› lässt es aus.</translation>
    </message>
    <message>
        <source>Back-check: the same object as the first time, IoU {0}.</source>
        <translation>Nachprüfung: dasselbe Objekt wie beim ersten Mal, IoU {0}.</translation>
    </message>
    <message>
        <source>Back-check: not the object of the first time, IoU {0}. The first decision stands.</source>
        <translation>Nachprüfung: nicht das Objekt vom ersten Mal, IoU {0}. Die erste Entscheidung bleibt.</translation>
    </message>
    <message>
        <source>The filter check:other lists such expressions, to be decided anew.</source>
        <translation>Der Filter check:other listet solche Ausdrücke, um sie neu zu entscheiden.</translation>
    </message>
    <message>
        <source>There is no decision left to check.</source>
        <translation>Es gibt keine Entscheidung mehr nachzuprüfen.</translation>
    </message>
</context>
<context>
    <name>BatchCommands</name>
    <message>
        <source>Proposed for {0} pictures, {1} expressions ranked.</source>
        <translation>Vorschläge für {0} Bilder, {1} Ausdrücke geordnet.</translation>
    </message>
    <message>
        <source>{0} pictures were done before.</source>
        <translation>{0} Bilder waren schon erledigt.</translation>
    </message>
    <message>
        <source>Stopped with {0} pictures left.</source>
        <translation>Angehalten, {0} Bilder bleiben.</translation>
    </message>
    <message>
        <source>{0} pictures were passed over.</source>
        <translation>{0} Bilder wurden übergangen.</translation>
    </message>
    <message>
        <source>Another mask comes first for {0} expressions.</source>
        <translation>Bei {0} Ausdrücken steht jetzt eine andere Maske vorn.</translation>
    </message>
    <message>
        <source>Proposing for all pictures was cut short the last time.</source>
        <translation>Das Vorschlagen für alle Bilder wurde beim letzten Mal unterbrochen.</translation>
    </message>
    <message>
        <source>It goes on where it stopped.</source>
        <translation>Es geht dort weiter, wo es stand.</translation>
    </message>
</context>
<context>
    <name>BatchReportDialog</name>
    <message>
        <source>The last batch</source>
        <translation>Der letzte Stapellauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Pictures passed over</source>
        <translation>Übergangene Bilder</translation>
    </message>
    <message>
        <source>Expressions with another mask first</source>
        <translation>Ausdrücke mit anderer erster Maske</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Overlap with before</source>
        <translation>Überdeckung mit vorher</translation>
    </message>
    <message>
        <source>No picture was passed over</source>
        <translation>Kein Bild wurde übergangen</translation>
    </message>
    <message>
        <source>Pictures that cannot be read, or at which a model fails, are listed here.</source>
        <translation>Hier stehen Bilder, die nicht lesbar sind oder an denen ein Modell scheitert.</translation>
    </message>
    <message>
        <source>No expression has another mask first</source>
        <translation>Bei keinem Ausdruck steht eine andere Maske vorn</translation>
    </message>
    <message>
        <source>What other models or parameters put first than before is listed here.</source>
        <translation>Hier steht, was andere Modelle oder Parameter anders als zuvor nach vorn stellen.</translation>
    </message>
    <message>
        <source>Passed over ({0})</source>
        <translation>Übergangen ({0})</translation>
    </message>
    <message>
        <source>Another mask first ({0})</source>
        <translation>Andere erste Maske ({0})</translation>
    </message>
    <message>
        <source>The batch is running; what it passes over is listed at once.</source>
        <translation>Der Stapel läuft; was er übergeht, steht sofort hier.</translation>
    </message>
    <message>
        <source>No batch has run since the project was opened.</source>
        <translation>Seit dem Öffnen des Projekts lief kein Stapel.</translation>
    </message>
    <message>
        <source>Masks proposed for {0} pictures; {1} expressions ranked by {2}.</source>
        <translation>Masken für {0} Bilder vorgeschlagen; {1} Ausdrücke mit {2} geordnet.</translation>
    </message>
    <message>
        <source>{0} pictures were done before.</source>
        <translation>{0} Bilder waren schon erledigt.</translation>
    </message>
    <message>
        <source>Stopped with {0} pictures left.</source>
        <translation>Angehalten, {0} Bilder bleiben.</translation>
    </message>
</context>
<context>
    <name>BatchStrip</name>
    <message>
        <source>Progress of all pictures</source>
        <translation>Fortschritt aller Bilder</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop proposing for all pictures; what is done stays</source>
        <translation>Vorschlagen für alle Bilder anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>All pictures: loading models …</source>
        <translation>Alle Bilder: Modelle werden geladen …</translation>
    </message>
    <message>
        <source>All pictures: {0} / {1}</source>
        <translation>Alle Bilder: {0} / {1}</translation>
    </message>
    <message>
        <source>{0}/s</source>
        <translation>{0}/s</translation>
    </message>
    <message>
        <source>{0} expressions ranked</source>
        <translation>{0} Ausdrücke eingeordnet</translation>
    </message>
    <message>
        <source>{0} pictures were done before</source>
        <translation>{0} Bilder waren schon fertig</translation>
    </message>
    <message>
        <source>{0} pictures passed over</source>
        <translation>{0} Bilder übergangen</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>noch {0} s</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>noch {0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>noch {0} h {1} min</translation>
    </message>
</context>
<context>
    <name>BootstrapCommands</name>
    <message>
        <source>Looking for words for pictures without text: {0} of {1}.</source>
        <translation>Wörter für Bilder ohne Text werden gesucht: {0} von {1}.</translation>
    </message>
    <message>
        <source>Wrote {0} expressions for {1} pictures; each waits for your decision.</source>
        <translation>{0} Ausdrücke für {1} Bilder geschrieben; jeder wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>{0} pictures were passed over.</source>
        <translation>{0} Bilder wurden übergangen.</translation>
    </message>
</context>
<context>
    <name>BringBackDialog</name>
    <message>
        <source>Bring work back</source>
        <translation>Arbeit zurückholen</translation>
    </message>
    <message>
        <source>Project file of the part</source>
        <translation>Projektdatei des Teils</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>See what would come in; nothing is written</source>
        <translation>Zeigt, was hereinkäme; nichts wird geschrieben</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Agreement by annotators</source>
        <translation>Übereinstimmung nach Annotatoren</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Both decided</source>
        <translation>Beide entschieden</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Mean IoU</source>
        <translation>Mittlere IoU</translation>
    </message>
    <message>
        <source>Same object</source>
        <translation>Selbes Objekt</translation>
    </message>
    <message>
        <source>Conflicts ({0})</source>
        <translation>Konflikte ({0})</translation>
    </message>
    <message>
        <source>Agreement by annotators ({0})</source>
        <translation>Übereinstimmung nach Annotatoren ({0})</translation>
    </message>
    <message>
        <source>Choose the project file that comes back, then look at what it brings.</source>
        <translation>Wählen Sie die Projektdatei, die zurückkommt, und sehen Sie an, was sie bringt.</translation>
    </message>
    <message>
        <source>Nothing looked at yet</source>
        <translation>Noch nichts angesehen</translation>
    </message>
    <message>
        <source>No conflicts</source>
        <translation>Keine Konflikte</translation>
    </message>
    <message>
        <source>Nobody decided differently here and there.</source>
        <translation>Niemand hat hier und dort verschieden entschieden.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>Nichts zu vergleichen</translation>
    </message>
    <message>
        <source>No expression was decided by both sides.</source>
        <translation>Kein Ausdruck wurde von beiden Seiten entschieden.</translation>
    </message>
    <message>
        <source>A batch is writing to this project: stop it, or wait for its end.</source>
        <translation>Ein Stapellauf schreibt in dieses Projekt: Halten Sie ihn an oder warten Sie sein Ende ab.</translation>
    </message>
    <message>
        <source>TAS projects (*.tas)</source>
        <translation>TAS-Projekte (*.tas)</translation>
    </message>
    <message>
        <source>What you decide meanwhile is written afterwards.</source>
        <translation>Was Sie inzwischen entscheiden, wird danach geschrieben.</translation>
    </message>
    <message>
        <source>Brought in. A click on a conflict goes to it; the filter status:flagged lists them all.</source>
        <translation>Übernommen. Ein Klick auf einen Konflikt führt dorthin; der Filter status:flagged zeigt alle.</translation>
    </message>
    <message>
        <source>Brought in.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>BroughtBack</name>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>one undecided</source>
        <translation>eines offen</translation>
    </message>
    <message>
        <source>other mask</source>
        <translation>andere Maske</translation>
    </message>
    <message>
        <source>other decision</source>
        <translation>andere Entscheidung</translation>
    </message>
    <message>
        <source>other text</source>
        <translation>anderer Text</translation>
    </message>
    <message>
        <source>removed by one</source>
        <translation>von einer Seite entfernt</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Everything in that project is here already.</source>
        <translation>Alles aus diesem Projekt ist schon hier.</translation>
    </message>
    <message>
        <source>{0} pictures, {1} expressions and {2} decisions would come in. Conflicts: {3}; for each both decisions would be kept, and the expression be flagged until somebody decides anew.</source>
        <translation>{0} Bilder, {1} Ausdrücke und {2} Entscheidungen kämen herein. Konflikte: {3}; jeweils blieben beide Entscheidungen erhalten, und der Ausdruck bliebe markiert, bis jemand neu entscheidet.</translation>
    </message>
    <message>
        <source>{0} pictures, {1} expressions and {2} decisions came in. Conflicts: {3}; for each both decisions are kept, and the expression is flagged until somebody decides anew.</source>
        <translation>{0} Bilder, {1} Ausdrücke und {2} Entscheidungen kamen herein. Konflikte: {3}; jeweils bleiben beide Entscheidungen erhalten, und der Ausdruck ist markiert, bis jemand neu entscheidet.</translation>
    </message>
    <message>
        <source>No expression was decided by both sides.</source>
        <translation>Kein Ausdruck wurde von beiden Seiten entschieden.</translation>
    </message>
    <message>
        <source>Both sides decided {0} expressions, {1} of them alike.</source>
        <translation>Beide Seiten haben {0} Ausdrücke entschieden, davon {1} gleich.</translation>
    </message>
    <message>
        <source>IoU of {0} pairs of masks: mean {1}, median {2}; the same object in {3}.</source>
        <translation>IoU von {0} Maskenpaaren: Mittel {1}, Median {2}; dasselbe Objekt bei {3}.</translation>
    </message>
</context>
<context>
    <name>BugDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>What you have decided is saved already. You can go on working; if the window behaves strangely, close it and open it again.</source>
        <translation>Alle Entscheidungen sind schon gespeichert. Die Arbeit kann weitergehen; wenn sich das Fenster seltsam verhält, schließen und wieder öffnen.</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>The log has it too: {0}</source>
        <translation>Auch im Protokoll: {0}</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Einzelheiten kopieren</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>The program has failed at something: {0}</source>
        <translation>Das Programm ist an etwas gescheitert: {0}</translation>
    </message>
    <message>
        <source>(and {0} times more)</source>
        <translation>(und noch {0}-mal)</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>CacheCommands</name>
    <message>
        <source>{0} freed. Pictures opened from now on are analysed anew.</source>
        <translation>{0} freigegeben. Bilder, die ab jetzt geöffnet werden, werden neu analysiert.</translation>
    </message>
</context>
<context>
    <name>CacheDialog</name>
    <message>
        <source>Analyses on disk</source>
        <translation>Analysen auf der Platte</translation>
    </message>
    <message>
        <source>Share of the limit in use</source>
        <translation>Benutzter Teil der Grenze</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>An analysis that is kept spares the networks when its picture is opened again. The longest unused ones go first once the limit, which is in the settings, is reached. Decisions are not among them.</source>
        <translation>Eine behaltene Analyse erspart die Netze, wenn ihr Bild wieder geöffnet wird. Die am längsten unbenutzten gehen zuerst, sobald die Grenze aus den Einstellungen erreicht ist. Entscheidungen gehören nicht dazu.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>{0} of {1} in use, {2} pictures</source>
        <translation>{0} von {1} benutzt, {2} Bilder</translation>
    </message>
    <message>
        <source>In {0}</source>
        <translation>In {0}</translation>
    </message>
    <message>
        <source>The open project keeps {0} of its own: masks and captions, without embeddings.</source>
        <translation>Das offene Projekt behält eigene {0}: Masken und Beschreibungen, ohne Einbettungen.</translation>
    </message>
</context>
<context>
    <name>CandidateDelegate</name>
    <message>
        <source>outside the region</source>
        <translation>außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>same noun</source>
        <translation>gleiches Nomen</translation>
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
        <source>rivals {0}</source>
        <translation>Rivalen {0}</translation>
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
        <source>order hidden</source>
        <translation>Reihenfolge verborgen</translation>
    </message>
    <message>
        <source>margin {0}</source>
        <translation>Abstand {0}</translation>
    </message>
    <message>
        <source>No masks</source>
        <translation>Keine Masken</translation>
    </message>
    <message>
        <source>‹analyse-again› analyses the picture again.</source>
        <translation>‹analyse-again› analysiert das Bild neu.</translation>
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
        <source>‹next-image› goes on to the next one.</source>
        <translation>‹next-image› geht zum nächsten weiter.</translation>
    </message>
    <message>
        <source>No masks found</source>
        <translation>Keine Masken gefunden</translation>
    </message>
    <message>
        <source>‹no-target› says that there is no such object.</source>
        <translation>‹no-target› sagt, dass es kein solches Objekt gibt.</translation>
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
        <source>For instance: the striped red mug on the left.</source>
        <translation>Zum Beispiel: the striped red mug on the left.</translation>
    </message>
    <message>
        <source>‹suggest›, or a click on a thing, suggests words.</source>
        <translation>‹suggest› oder ein Klick auf ein Ding schlägt Wörter vor.</translation>
    </message>
    <message>
        <source>Type what you mean</source>
        <translation>Schreiben, was gemeint ist</translation>
    </message>
    <message>
        <source>Ranking …</source>
        <translation>Wird eingeordnet …</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>This picture cannot be read</source>
        <translation>Dieses Bild ist nicht lesbar</translation>
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
    <name>CategoryChip</name>
    <message>
        <source>Category of the object</source>
        <translation>Kategorie des Objekts</translation>
    </message>
    <message>
        <source>Category: {0}</source>
        <translation>Kategorie: {0}</translation>
    </message>
</context>
<context>
    <name>CategoryDialog</name>
    <message>
        <source>Categories of the project</source>
        <translation>Kategorien des Projekts</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtern</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>New category</source>
        <translation>Neue Kategorie</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Words that lead to it</source>
        <translation>Wörter, die zu ihr führen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>A head noun that is a category or one of its words gives an object that category. Groups are the supercategories of exports. Change a cell with F2 or a double click; commas part the words. Undo takes back each change.</source>
        <translation>Ein Hauptwort, das eine Kategorie oder eines ihrer Wörter ist, gibt dem Objekt diese Kategorie. Gruppen sind die Oberkategorien der Exporte. Zellen ändert man mit F2 oder Doppelklick; Kommas trennen die Wörter. Rückgängig nimmt jede Änderung zurück.</translation>
    </message>
</context>
<context>
    <name>CategoryPicker</name>
    <message>
        <source>Category, or a word for it</source>
        <translation>Kategorie oder ein Wort dafür</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Add “{0}” to the categories</source>
        <translation>„{0}“ zu den Kategorien hinzufügen</translation>
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
        <source>Something else in the picture; looking like it costs</source>
        <translation>Etwas anderes im Bild; ihm zu ähneln kostet</translation>
    </message>
</context>
<context>
    <name>ChoicePrompt</name>
    <message>
        <source>Say what the mask shows; ⏎ accepts it, Esc cancels</source>
        <translation>Schreiben, was die Maske zeigt; ⏎ nimmt sie an, Esc bricht ab</translation>
    </message>
    <message>
        <source>⏎ accepts the repaired mask and {0} more   Esc cancels</source>
        <translation>⏎ nimmt die ausgebesserte Maske und {0} weitere an   Esc bricht ab</translation>
    </message>
    <message>
        <source>⏎ accepts the repaired mask   Esc cancels</source>
        <translation>⏎ nimmt die ausgebesserte Maske an   Esc bricht ab</translation>
    </message>
    <message>
        <source>Answer of {0}   ⏎ accepts it   ‹edit-mask› repairs it   ↑↓ choose another</source>
        <translation>Antwort von {0}   ⏎ nimmt die Maske an   ‹edit-mask› bessert sie aus   ↑↓ andere wählen</translation>
    </message>
    <message>
        <source>✓ decided   ⏎ goes on   ‹edit-mask› repairs it again   ↑↓ choose anew</source>
        <translation>✓ entschieden   ⏎ weiter   ‹edit-mask› bessert wieder aus   ↑↓ neu wählen</translation>
    </message>
    <message>
        <source>⏎ accepts 1 mask   Space chooses   Esc ends</source>
        <translation>⏎ nimmt 1 Maske an   Leertaste wählt   Esc endet</translation>
    </message>
    <message>
        <source>⏎ accepts {0} masks   Space chooses   Esc ends</source>
        <translation>⏎ nimmt {0} Masken an   Leertaste wählt   Esc endet</translation>
    </message>
</context>
<context>
    <name>ComparisonCommands</name>
    <message>
        <source>The report was saved in {0}.</source>
        <translation>Der Bericht wurde in {0} gespeichert.</translation>
    </message>
</context>
<context>
    <name>ComparisonPage</name>
    <message>
        <source>Compare methods</source>
        <translation>Verfahren vergleichen</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erstes</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweites</translation>
    </message>
    <message>
        <source>Save report …</source>
        <translation>Bericht speichern …</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Expressions, those first about which the two differ most</source>
        <translation>Ausdrücke, zuerst die, bei denen sich beide am meisten unterscheiden</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Expression</source>
        <translation>Ausdruck</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überdeckung</translation>
    </message>
    <message>
        <source>Counting what is accepted …</source>
        <translation>Das Angenommene wird gezählt …</translation>
    </message>
    <message>
        <source>On {0} accepted expressions</source>
        <translation>Auf {0} angenommenen Ausdrücken</translation>
    </message>
    <message>
        <source>Nothing is accepted yet</source>
        <translation>Noch ist nichts angenommen</translation>
    </message>
    <message>
        <source>Methods are compared on what people accepted. Accept masks for some expressions first.</source>
        <translation>Verfahren werden an dem verglichen, was Menschen angenommen haben. Nehmen Sie zuerst Masken für einige Ausdrücke an.</translation>
    </message>
    <message>
        <source>Nothing has been compared yet</source>
        <translation>Noch wurde nichts verglichen</translation>
    </message>
    <message>
        <source>Each ranks the accepted expressions; its first mask is held against the accepted one.</source>
        <translation>Jedes ordnet die angenommenen Ausdrücke; seine erste Maske wird mit der angenommenen verglichen.</translation>
    </message>
    <message>
        <source>The expressions are listed here</source>
        <translation>Hier stehen die Ausdrücke</translation>
    </message>
    <message>
        <source>Those first about which the two differ most; a click leads to the picture.</source>
        <translation>Zuerst die, bei denen sich beide am meisten unterscheiden; ein Klick führt zum Bild.</translation>
    </message>
    <message>
        <source>{0}, IoU {1}</source>
        <translation>{0}, IoU {1}</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Wird begonnen …</translation>
    </message>
    <message>
        <source>Picture {0} of {1}</source>
        <translation>Bild {0} von {1}</translation>
    </message>
    <message>
        <source>Drawing intervals …</source>
        <translation>Intervalle werden gezogen …</translation>
    </message>
    <message>
        <source>{0} expressions could not be used; the report names them.</source>
        <translation>{0} Ausdrücke waren nicht zu verwenden; der Bericht nennt sie.</translation>
    </message>
    <message>
        <source>{0} accepted masks were proposed by {1} itself, which favours it.</source>
        <translation>{0} angenommene Masken hat {1} selbst vorgeschlagen, was es begünstigt.</translation>
    </message>
    <message>
        <source>Save the report in this folder</source>
        <translation>Den Bericht in diesem Ordner speichern</translation>
    </message>
</context>
<context>
    <name>ContenderBox</name>
    <message>
        <source>{0} with your parameters</source>
        <translation>{0} mit Ihren Parametern</translation>
    </message>
    <message>
        <source>imported: {0}</source>
        <translation>importiert: {0}</translation>
    </message>
    <message>
        <source>These models do not give what it needs: {0}</source>
        <translation>Diese Modelle geben nicht, was es braucht: {0}</translation>
    </message>
</context>
<context>
    <name>DealDialog</name>
    <message>
        <source>Deal into train, val and test</source>
        <translation>Auf train, val und test verteilen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Pictures then (now)</source>
        <translation>Bilder danach (jetzt)</translation>
    </message>
    <message>
        <source>Name of split {0}</source>
        <translation>Name von Teil {0}</translation>
    </message>
    <message>
        <source>Share of split {0}</source>
        <translation>Anteil von Teil {0}</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>noch einer</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed deals the same pictures the same way</source>
        <translation>Derselbe Startwert verteilt dieselben Bilder gleich</translation>
    </message>
    <message>
        <source>Deal pictures anew that are in a split already</source>
        <translation>Auch Bilder neu verteilen, die schon in einem Teil sind</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>{0} pictures come into another split than now; {1} are in none afterwards.</source>
        <translation>{0} Bilder kommen in einen anderen Teil als jetzt; {1} sind danach in keinem.</translation>
    </message>
    <message>
        <source>Nothing to deal: every picture is in a split already.</source>
        <translation>Nichts zu verteilen: Jedes Bild ist schon in einem Teil.</translation>
    </message>
    <message>
        <source>Dealt: {0}. Undo takes it back.</source>
        <translation>Verteilt: {0}. Rückgängig nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>top</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>bottom</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <source>corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>front</source>
        <translation>vorn</translation>
    </message>
    <message>
        <source>back</source>
        <translation>hinten</translation>
    </message>
    <message>
        <source>large</source>
        <translation>groß</translation>
    </message>
    <message>
        <source>small</source>
        <translation>klein</translation>
    </message>
    <message>
        <source>near</source>
        <translation>nah</translation>
    </message>
    <message>
        <source>between</source>
        <translation>zwischen</translation>
    </message>
    <message>
        <source>Where it is, or how it ranks: {0}</source>
        <translation>Wo es ist oder wie es abschneidet: {0}</translation>
    </message>
    <message>
        <source>The first of its kind by: {0}</source>
        <translation>Das erste seiner Art nach: {0}</translation>
    </message>
    <message>
        <source>Number {1} of its kind, counted from: {0}</source>
        <translation>Nummer {1} seiner Art, gezählt ab: {0}</translation>
    </message>
    <message>
        <source>Measured from “{2}”: {0}</source>
        <translation>Gemessen von „{2}“: {0}</translation>
    </message>
</context>
<context>
    <name>DownloadStrip</name>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Herunterladens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop downloading; what has come is kept</source>
        <translation>Herunterladen anhalten; was da ist, bleibt</translation>
    </message>
    <message>
        <source>{0} (and {1} more)</source>
        <translation>{0} (und {1} weitere)</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Opened {0}; {1} more things that were dropped are not part of it.</source>
        <translation>{0} geöffnet; {1} weitere hierher gezogene Dinge gehören nicht dazu.</translation>
    </message>
    <message>
        <source>This cannot be opened here</source>
        <translation>Das kann hier nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Let go to open the folder “{0}”</source>
        <translation>Loslassen, um den Ordner „{0}“ zu öffnen</translation>
    </message>
    <message>
        <source>Let go to open the project “{0}”</source>
        <translation>Loslassen, um das Projekt „{0}“ zu öffnen</translation>
    </message>
    <message>
        <source>None of what was dropped can be opened here.</source>
        <translation>Nichts davon kann hier geöffnet werden.</translation>
    </message>
    <message>
        <source>Drop a folder of pictures, a project file or pictures.</source>
        <translation>Einen Bilderordner, eine Projektdatei oder Bilder hierher ziehen.</translation>
    </message>
</context>
<context>
    <name>ExchangeCommands</name>
    <message>
        <source>Exported {0} objects with {1} expressions to {2}.</source>
        <translation>{0} Objekte mit {1} Ausdrücken nach {2} exportiert.</translation>
    </message>
    <message>
        <source>Left out: {0}; the export&apos;s preview lists them.</source>
        <translation>Ausgelassen: {0}; die Vorschau des Exports führt sie auf.</translation>
    </message>
    <message>
        <source>Export cancelled; nothing was written.</source>
        <translation>Export abgebrochen; nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Imported {0} expressions, {1} labels and {2} answers to review.</source>
        <translation>{0} Ausdrücke, {1} Labels und {2} zu prüfende Antworten importiert.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export dataset</source>
        <translation>Datensatz exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schreiben nach</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nichts wird ausgelassen</translation>
    </message>
    <message>
        <source>What this format has no place for is listed here.</source>
        <translation>Hier steht, wofür dieses Format keinen Platz hat.</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Pictures: {0}, objects: {1}, decided expressions: {2}.</source>
        <translation>Bilder: {0}, Objekte: {1}, entschiedene Ausdrücke: {2}.</translation>
    </message>
    <message>
        <source>Splits in pictures: {0}.</source>
        <translation>Teile in Bildern: {0}.</translation>
    </message>
</context>
<context>
    <name>ExportOptionsForm</name>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Their names</source>
        <translation>Ihre Namen</translation>
    </message>
    <message>
        <source>Name in the files</source>
        <translation>Name in den Dateien</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Polygons, exact to the pixel</source>
        <translation>Polygone, auf das Pixel genau</translation>
    </message>
    <message>
        <source>Run lengths</source>
        <translation>Lauflängen</translation>
    </message>
    <message>
        <source>Copy into the export</source>
        <translation>In den Export kopieren</translation>
    </message>
    <message>
        <source>Link, without taking room</source>
        <translation>Verknüpfen, ohne Platz zu brauchen</translation>
    </message>
    <message>
        <source>Leave where they are</source>
        <translation>Lassen, wo sie sind</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>As COCO&apos;s, COCO_train2014_….jpg</source>
        <translation>Wie bei COCO, COCO_train2014_….jpg</translation>
    </message>
    <message>
        <source>Say of each expression who decided, how, and by which model</source>
        <translation>Zu jedem Ausdruck angeben, wer wie und mit welchem Modell entschied</translation>
    </message>
    <message>
        <source>Write today&apos;s date</source>
        <translation>Heutiges Datum eintragen</translation>
    </message>
    <message>
        <source>Without it, equal projects give equal files</source>
        <translation>Ohne es ergeben gleiche Projekte gleiche Dateien</translation>
    </message>
    <message>
        <source>Add a page that describes the dataset</source>
        <translation>Eine Seite beifügen, die den Datensatz beschreibt</translation>
    </message>
    <message>
        <source>such as cc-by-4.0; for the page</source>
        <translation>etwa cc-by-4.0; für die Seite</translation>
    </message>
</context>
<context>
    <name>ExpressionDelegate</name>
    <message>
        <source>⚠ two objects</source>
        <translation>⚠ zwei Objekte</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Text of the expression</source>
        <translation>Text des Ausdrucks</translation>
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
        <source>‹command-palette› commands   ‹key-sheet› keys</source>
        <translation>‹command-palette› Befehle   ‹key-sheet› Tasten</translation>
    </message>
</context>
<context>
    <name>FigureTable</name>
    <message>
        <source>Figures by kind, method and annotator</source>
        <translation>Zahlen nach Art, Verfahren und Annotierenden</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Kind: {0}</source>
        <translation>Art: {0}</translation>
    </message>
    <message>
        <source>Method: {0}</source>
        <translation>Verfahren: {0}</translation>
    </message>
    <message>
        <source>Annotator: {0}</source>
        <translation>Annotiert von: {0}</translation>
    </message>
</context>
<context>
    <name>FiguresTable</name>
    <message>
        <source>Figures of both</source>
        <translation>Zahlen beider</translation>
    </message>
    <message>
        <source>{0} − {1}</source>
        <translation>{0} − {1}</translation>
    </message>
    <message>
        <source>expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>mIoU, kind: {0}</source>
        <translation>mIoU, Art: {0}</translation>
    </message>
    <message>
        <source>best candidate, mIoU</source>
        <translation>bester Kandidat, mIoU</translation>
    </message>
    <message>
        <source>The interval leaves 0 out: this is no accident of which pictures there are.</source>
        <translation>Das Intervall lässt 0 aus: kein Zufall der Bildauswahl.</translation>
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
</context>
<context>
    <name>Filter</name>
    <message>
        <source>The filter knows no “{0}”.</source>
        <translation>Der Filter kennt kein „{0}“.</translation>
    </message>
    <message>
        <source>“{0}” wants a number.</source>
        <translation>„{0}“ will eine Zahl.</translation>
    </message>
    <message>
        <source>The filter does not know “{0}”.</source>
        <translation>Der Filter kennt „{0}“ nicht.</translation>
    </message>
    <message>
        <source>“{0}” compares words as if they were numbers.</source>
        <translation>„{0}“ vergleicht Wörter, als wären sie Zahlen.</translation>
    </message>
    <message>
        <source>A quotation mark is not closed: {0}</source>
        <translation>Ein Anführungszeichen ist nicht geschlossen: {0}</translation>
    </message>
    <message>
        <source>Known: {0}.</source>
        <translation>Bekannt: {0}.</translation>
    </message>
    <message>
        <source>For instance {0}.</source>
        <translation>Zum Beispiel {0}.</translation>
    </message>
    <message>
        <source>Write {0}.</source>
        <translation>Besser {0}.</translation>
    </message>
    <message>
        <source>both words in the file&apos;s name or in the expression</source>
        <translation>beide Wörter im Dateinamen oder im Ausdruck</translation>
    </message>
    <message>
        <source>exactly this text</source>
        <translation>genau dieser Text</translation>
    </message>
    <message>
        <source>in the file&apos;s name only; text: in the expression only</source>
        <translation>nur im Dateinamen; text: nur im Ausdruck</translation>
    </message>
    <message>
        <source>something left to decide; also untouched, proposed, partly, done, flagged, undecided, accepted, no-target, skipped</source>
        <translation>noch etwas zu entscheiden; auch untouched, proposed, partly, done, flagged, undecided, accepted, no-target, skipped</translation>
    </message>
    <message>
        <source>first and second candidate close together; &lt;  &lt;=  &gt;  &gt;=  =  !=</source>
        <translation>erster und zweiter Kandidat dicht beieinander; &lt;  &lt;=  &gt;  &gt;=  =  !=</translation>
    </message>
    <message>
        <source>more than one other candidate of the same kind of thing</source>
        <translation>mehr als ein anderer Kandidat derselben Art</translation>
    </message>
    <message>
        <source>V, P and N differ on who is first (0 to 1)</source>
        <translation>V, P und N sind sich uneins, wer vorn ist (0 bis 1)</translation>
    </message>
    <message>
        <source>pictures by how many expressions they have</source>
        <translation>Bilder nach der Zahl ihrer Ausdrücke</translation>
    </message>
    <message>
        <source>part of the dataset; split:none without one</source>
        <translation>Teil des Datensatzes; split:none ohne einen</translation>
    </message>
    <message>
        <source>category of the object; of open expressions, a word in the text</source>
        <translation>Kategorie des Objekts; bei offenen Ausdrücken ein Wort im Text</translation>
    </message>
    <message>
        <source>who wrote the expression: person, import, model</source>
        <translation>wer den Ausdruck schrieb: person, import, model</translation>
    </message>
    <message>
        <source>kind of expression</source>
        <translation>Art des Ausdrucks</translation>
    </message>
    <message>
        <source>back-check found another object; also same, none</source>
        <translation>die Nachprüfung fand ein anderes Objekt; auch same, none</translation>
    </message>
    <message>
        <source>decided before another picture took this one&apos;s place</source>
        <translation>entschieden, bevor ein anderes Bild an diese Stelle kam</translation>
    </message>
    <message>
        <source>one or the other</source>
        <translation>das eine oder das andere</translation>
    </message>
    <message>
        <source>all but these</source>
        <translation>alle außer diesen</translation>
    </message>
</context>
<context>
    <name>FilterHelp</name>
    <message>
        <source>What the filter understands</source>
        <translation>Was der Filter versteht</translation>
    </message>
    <message>
        <source>Terms stand side by side and all must hold, for one and the same expression of a picture. Enter puts the chosen line into the filter.</source>
        <translation>Begriffe stehen nebeneinander, und alle müssen gelten, für ein und denselben Ausdruck eines Bildes. Eingabe setzt die gewählte Zeile in den Filter.</translation>
    </message>
    <message>
        <source>Examples of filters</source>
        <translation>Beispiele für Filter</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>Say what you mean</source>
        <translation>Sagen Sie, was Sie meinen</translation>
    </message>
    <message>
        <source>“the striped red mug on the left”: the masks are ranked while you type.</source>
        <translation>„the striped red mug on the left“: Die Masken werden beim Tippen geordnet.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The best mask is painted; ↑ and ↓ walk the others, each with its reasons.</source>
        <translation>Die beste Maske ist gemalt; ↑ und ↓ führen durch die anderen, jede mit ihren Gründen.</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>⏎ keeps it and goes on. What is not quite right is repaired, or drawn by hand.</source>
        <translation>⏎ behält sie und geht weiter. Was nicht ganz stimmt, wird ausgebessert oder von Hand gezeichnet.</translation>
    </message>
</context>
<context>
    <name>FlagNotes</name>
    <message>
        <source>Flagged by {0}: {1}</source>
        <translation>Markiert von {0}: {1}</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>Hugging Face (image folder)</source>
        <translation>Hugging Face (Bilderordner)</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Label-Studio-Aufgaben</translation>
    </message>
    <message>
        <source>JSON lines, complete</source>
        <translation>JSON-Zeilen, vollständig</translation>
    </message>
    <message>
        <source>Text, an expression a line</source>
        <translation>Text, ein Ausdruck je Zeile</translation>
    </message>
    <message>
        <source>Masks as PNG</source>
        <translation>Masken als PNG</translation>
    </message>
    <message>
        <source>COCO instances</source>
        <translation>COCO-Instanzen</translation>
    </message>
    <message>
        <source>One file for pycocotools and most tools; expressions as attributes of the masks.</source>
        <translation>Eine Datei für pycocotools und die meisten Programme; Ausdrücke als Attribute der Masken.</translation>
    </message>
    <message>
        <source>A folder that training codes for RefCOCO read: LAVT, CRIS, ReLA, LISA, mmdetection.</source>
        <translation>Ein Ordner, den Trainingscodes für RefCOCO lesen: LAVT, CRIS, ReLA, LISA, mmdetection.</translation>
    </message>
    <message>
        <source>As RefCOCO, with expressions that name several objects or none: ReLA, LISA.</source>
        <translation>Wie RefCOCO, mit Ausdrücken für mehrere Objekte oder keines: ReLA, LISA.</translation>
    </message>
    <message>
        <source>One record for each expression, with boxes, for MDETR.</source>
        <translation>Ein Eintrag je Ausdruck, mit Rahmen, für MDETR.</translation>
    </message>
    <message>
        <source>A file beside each picture, for LISA&apos;s reasoning task.</source>
        <translation>Eine Datei neben jedem Bild, für LISAs Schlussfolgerungsaufgabe.</translation>
    </message>
    <message>
        <source>Phrases with polygons, for readers of PhraseCut.</source>
        <translation>Phrasen mit Polygonen, für Leser von PhraseCut.</translation>
    </message>
    <message>
        <source>Tables with the pictures inside; load_dataset reads the folder.</source>
        <translation>Tabellen mit den Bildern darin; load_dataset liest den Ordner.</translation>
    </message>
    <message>
        <source>Pictures beside a metadata file; load_dataset reads it as imagefolder.</source>
        <translation>Bilder neben einer Metadatendatei; load_dataset liest sie als imagefolder.</translation>
    </message>
    <message>
        <source>Tasks with brush masks and texts, to go on with there.</source>
        <translation>Aufgaben mit Pinselmasken und Texten, um dort weiterzuarbeiten.</translation>
    </message>
    <message>
        <source>COCO as CVAT and Datumaro take it, with the labels&apos; definition.</source>
        <translation>COCO, wie CVAT und Datumaro es nehmen, mit der Definition der Labels.</translation>
    </message>
    <message>
        <source>One line for each picture, with everything the project has.</source>
        <translation>Eine Zeile je Bild, mit allem, was das Projekt hat.</translation>
    </message>
    <message>
        <source>A table of expressions, for spreadsheets and scripts.</source>
        <translation>Eine Tabelle der Ausdrücke, für Tabellenprogramme und Skripte.</translation>
    </message>
    <message>
        <source>Expressions line by line, without pictures.</source>
        <translation>Ausdrücke Zeile für Zeile, ohne Bilder.</translation>
    </message>
    <message>
        <source>A black and white picture for each mask, with an index.</source>
        <translation>Ein Schwarzweißbild je Maske, mit Verzeichnis.</translation>
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
    <name>HandOutDialog</name>
    <message>
        <source>Hand out in parts</source>
        <translation>In Teilen ausgeben</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Pictures that every part gets</source>
        <translation>Bilder, die jeder Teil bekommt</translation>
    </message>
    <message>
        <source>Folder for the parts</source>
        <translation>Ordner für die Teile</translation>
    </message>
    <message>
        <source>To measure agreement when the work comes back</source>
        <translation>Um die Übereinstimmung zu messen, wenn die Arbeit zurückkommt</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Copy the pictures too, for another machine</source>
        <translation>Auch die Bilder kopieren, für einen anderen Rechner</translation>
    </message>
    <message>
        <source>Hand out</source>
        <translation>Ausgeben</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>Zu entscheiden</translation>
    </message>
    <message>
        <source>Parts that were written</source>
        <translation>Geschriebene Teile</translation>
    </message>
    <message>
        <source>{0} pictures cannot be handed out in {1} parts.</source>
        <translation>{0} Bilder lassen sich nicht in {1} Teilen ausgeben.</translation>
    </message>
    <message>
        <source>Each part is a project of its own with {0} pictures, {1} of them in every part, and all that was decided on them. This project stays as it is; the work comes back with “Bring work back”.</source>
        <translation>Jeder Teil ist ein eigenes Projekt mit {0} Bildern, davon {1} in jedem Teil, und allem, was darauf entschieden wurde. Dieses Projekt bleibt, wie es ist; die Arbeit kommt mit „Arbeit zurückholen“ zurück.</translation>
    </message>
    <message>
        <source>{0} parts were written.</source>
        <translation>{0} Teile wurden geschrieben.</translation>
    </message>
    <message>
        <source>Cancelled; no part was left behind.</source>
        <translation>Abgebrochen; kein Teil blieb zurück.</translation>
    </message>
</context>
<context>
    <name>HintList</name>
    <message>
        <source>“{0}” is not in the word list</source>
        <translation>„{0}“ steht nicht in der Wortliste</translation>
    </message>
    <message>
        <source>“{0}” is run together</source>
        <translation>„{0}“ ist zusammengeschrieben</translation>
    </message>
    <message>
        <source>“{0}” says a word twice</source>
        <translation>„{0}“ sagt ein Wort zweimal</translation>
    </message>
    <message>
        <source>It names no kind of thing, only points</source>
        <translation>Es nennt keine Art von Ding, es zeigt nur</translation>
    </message>
    <message>
        <source>“{0}” says where in the picture it is</source>
        <translation>„{0}“ sagt, wo im Bild es ist</translation>
    </message>
    <message>
        <source>This picture has “{0}” already</source>
        <translation>Dieses Bild hat „{0}“ schon</translation>
    </message>
    <message>
        <source>It says the same as “{0}”</source>
        <translation>Es sagt dasselbe wie „{0}“</translation>
    </message>
    <message>
        <source>“{0}” names another object of this picture too</source>
        <translation>„{0}“ benennt auch ein anderes Objekt dieses Bildes</translation>
    </message>
    <message>
        <source>Same object as “{0}”, by {1} of the mask: ⏎ joins them</source>
        <translation>Dasselbe Objekt wie „{0}“, zu {1} der Maske: ⏎ verbindet sie</translation>
    </message>
    <message>
        <source>It says left, and the mask lies on the right</source>
        <translation>Es sagt links, und die Maske liegt rechts</translation>
    </message>
    <message>
        <source>It says right, and the mask lies on the left</source>
        <translation>Es sagt rechts, und die Maske liegt links</translation>
    </message>
    <message>
        <source>It says top, and the mask lies at the bottom</source>
        <translation>Es sagt oben, und die Maske liegt unten</translation>
    </message>
    <message>
        <source>It says bottom, and the mask lies at the top</source>
        <translation>Es sagt unten, und die Maske liegt oben</translation>
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
        <source>Filter: words, status:todo, margin&lt;0.05</source>
        <translation>Filter: Wörter, status:todo, margin&lt;0.05</translation>
    </message>
    <message>
        <source>Filter of the image list</source>
        <translation>Filter der Bilderliste</translation>
    </message>
    <message>
        <source>What the filter understands</source>
        <translation>Was der Filter versteht</translation>
    </message>
    <message>
        <source>No picture matches the filter</source>
        <translation>Kein Bild passt zum Filter</translation>
    </message>
    <message>
        <source>Esc in the filter clears it.</source>
        <translation>Esc im Filter leert ihn.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>{0} of {1} shown</source>
        <translation>{0} von {1} gezeigt</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import dataset</source>
        <translation>Datensatz importieren</translation>
    </message>
    <message>
        <source>File or folder</source>
        <translation>Datei oder Ordner</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Its labels are</source>
        <translation>Seine Labels sind</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Genannt</translation>
    </message>
    <message>
        <source>New pictures</source>
        <translation>Neue Bilder</translation>
    </message>
    <message>
        <source>Pictures lie in</source>
        <translation>Bilder liegen in</translation>
    </message>
    <message>
        <source>Expressions to work on; masks are left out</source>
        <translation>Ausdrücke zum Bearbeiten; Masken bleiben weg</translation>
    </message>
    <message>
        <source>A model&apos;s answers, to be reviewed</source>
        <translation>Antworten eines Modells, zu prüfen</translation>
    </message>
    <message>
        <source>Labels that are decided</source>
        <translation>Labels, die entschieden sind</translation>
    </message>
    <message>
        <source>Add where they are</source>
        <translation>Hinzufügen, wo sie sind</translation>
    </message>
    <message>
        <source>Copy into the project&apos;s folder</source>
        <translation>In den Ordner des Projekts kopieren</translation>
    </message>
    <message>
        <source>Leave out, with what is on them</source>
        <translation>Auslassen, mit allem darauf</translation>
    </message>
    <message>
        <source>beside the file, or in the project</source>
        <translation>neben der Datei oder im Projekt</translation>
    </message>
    <message>
        <source>such as the model&apos;s name; else the file&apos;s</source>
        <translation>etwa der Name des Modells; sonst der der Datei</translation>
    </message>
    <message>
        <source>A file …</source>
        <translation>Eine Datei …</translation>
    </message>
    <message>
        <source>A folder …</source>
        <translation>Ein Ordner …</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Erst ansehen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is left out</source>
        <translation>Nichts wird ausgelassen</translation>
    </message>
    <message>
        <source>What cannot be brought in is listed here, and why.</source>
        <translation>Hier steht, was nicht hereinkommen kann und warum.</translation>
    </message>
    <message>
        <source>“Look first” says what would happen; nothing is written by it.</source>
        <translation>„Erst ansehen“ sagt, was geschähe; geschrieben wird dabei nichts.</translation>
    </message>
    <message>
        <source>new pictures: {0}</source>
        <translation>neue Bilder: {0}</translation>
    </message>
    <message>
        <source>new expressions: {0}</source>
        <translation>neue Ausdrücke: {0}</translation>
    </message>
    <message>
        <source>labels: {0}</source>
        <translation>Labels: {0}</translation>
    </message>
    <message>
        <source>new objects: {0}</source>
        <translation>neue Objekte: {0}</translation>
    </message>
    <message>
        <source>answers to review: {0}</source>
        <translation>zu prüfende Antworten: {0}</translation>
    </message>
    <message>
        <source>new categories: {0}</source>
        <translation>neue Kategorien: {0}</translation>
    </message>
    <message>
        <source>in the project already: {0}</source>
        <translation>schon im Projekt: {0}</translation>
    </message>
    <message>
        <source>Nothing of it is new here.</source>
        <translation>Nichts davon ist hier neu.</translation>
    </message>
    <message>
        <source>Imported: {0}.</source>
        <translation>Importiert: {0}.</translation>
    </message>
    <message>
        <source>Would be imported: {0}.</source>
        <translation>Würde importiert: {0}.</translation>
    </message>
    <message>
        <source>Undo takes the import back.</source>
        <translation>Rückgängig nimmt den Import zurück.</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>Abgebrochen; nichts wurde geschrieben.</translation>
    </message>
</context>
<context>
    <name>KeyFigures</name>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>accepted at rank 1</source>
        <translation>auf Rang 1 angenommen</translation>
    </message>
    <message>
        <source>within rank 5</source>
        <translation>bis Rang 5</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>ausgebessert</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>kein solches Objekt</translation>
    </message>
    <message>
        <source>seconds, median</source>
        <translation>Sekunden, Median</translation>
    </message>
    <message>
        <source>model&apos;s first mask, mean IoU</source>
        <translation>erste Maske des Modells, mittlere IoU</translation>
    </message>
    <message>
        <source>back-checks agree</source>
        <translation>Nachprüfungen stimmen überein</translation>
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
    <name>KeysPage</name>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>Vorgabe</translation>
    </message>
    <message>
        <source>Restore all defaults</source>
        <translation>Alle Vorgaben wiederherstellen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>This key is taken: {0}.</source>
        <translation>Diese Taste ist vergeben: {0}.</translation>
    </message>
</context>
<context>
    <name>Known</name>
    <message>
        <source>16 bits a channel were reduced to 8</source>
        <translation>16 Bit je Kanal wurden auf 8 verringert</translation>
    </message>
    <message>
        <source>A category&apos;s name has 1 to {0} characters</source>
        <translation>Der Name einer Kategorie hat 1 bis {0} Zeichen</translation>
    </message>
    <message>
        <source>A mask in the project file is damaged</source>
        <translation>Eine Maske in der Projektdatei ist beschädigt</translation>
    </message>
    <message>
        <source>A project cannot be merged into itself</source>
        <translation>Ein Projekt kann nicht mit sich selbst zusammengeführt werden</translation>
    </message>
    <message>
        <source>A side of the image is under {0} pixels: no candidates.</source>
        <translation>Eine Seite des Bildes hat weniger als {0} Pixel: keine Kandidaten.</translation>
    </message>
    <message>
        <source>A worker process has ended unexpectedly</source>
        <translation>Ein Arbeitsprozess hat unerwartet geendet</translation>
    </message>
    <message>
        <source>An annotation&apos;s segmentation is damaged: {0}</source>
        <translation>Die Segmentierung einer Annotation ist beschädigt: {0}</translation>
    </message>
    <message>
        <source>Analysis parameters out of range: {0}</source>
        <translation>Parameter der Analyse außerhalb ihres Bereichs: {0}</translation>
    </message>
    <message>
        <source>Ask for at least two parts, and no more than there are images</source>
        <translation>Mindestens zwei Teile verlangen und nicht mehr, als es Bilder gibt</translation>
    </message>
    <message>
        <source>CMYK inks were converted to RGB without a colour profile; colours are approximate</source>
        <translation>CMYK wurde ohne Farbprofil in RGB umgewandelt; die Farben sind ungefähr</translation>
    </message>
    <message>
        <source>Change its permissions or copy it</source>
        <translation>Rechte ändern oder eine Kopie machen</translation>
    </message>
    <message>
        <source>Check its permissions</source>
        <translation>Die Rechte prüfen</translation>
    </message>
    <message>
        <source>Check that it exists and may be read</source>
        <translation>Prüfen, ob es das gibt und ob es gelesen werden darf</translation>
    </message>
    <message>
        <source>Check that it is there and may be read</source>
        <translation>Prüfen Sie, ob sie da ist und gelesen werden darf</translation>
    </message>
    <message>
        <source>Check the disk and the name</source>
        <translation>Platte und Namen prüfen</translation>
    </message>
    <message>
        <source>Check the name and the folder</source>
        <translation>Namen und Ordner prüfen</translation>
    </message>
    <message>
        <source>Choose a folder with JPEG, PNG, WebP, BMP or TIFF files</source>
        <translation>Einen Ordner mit JPEG-, PNG-, WebP-, BMP- oder TIFF-Dateien wählen</translation>
    </message>
    <message>
        <source>Choose a folder you may write to</source>
        <translation>Einen beschreibbaren Ordner wählen</translation>
    </message>
    <message>
        <source>Choose a shorter word</source>
        <translation>Ein kürzeres Wort wählen</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Einen anderen Ordner wählen</translation>
    </message>
    <message>
        <source>Choose another word, or take it from that category first</source>
        <translation>Ein anderes Wort wählen oder es erst jener Kategorie nehmen</translation>
    </message>
    <message>
        <source>Choose one of: {0}</source>
        <translation>Eines davon wählen: {0}</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Eines davon wählen: {0}.</translation>
    </message>
    <message>
        <source>Close other programs, or choose the CPU or a smaller profile</source>
        <translation>Andere Programme schließen, oder die CPU oder ein kleineres Profil wählen</translation>
    </message>
    <message>
        <source>Convert it to JPEG or PNG and try again</source>
        <translation>In JPEG oder PNG umwandeln und noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copy the image again from where it came from</source>
        <translation>Das Bild noch einmal von dort kopieren, wo es herkam</translation>
    </message>
    <message>
        <source>Correct or remove it</source>
        <translation>Berichtigen oder entfernen</translation>
    </message>
    <message>
        <source>Correct the profile</source>
        <translation>Das Profil berichtigen</translation>
    </message>
    <message>
        <source>Correct the profile, or choose another</source>
        <translation>Das Profil berichtigen oder ein anderes wählen</translation>
    </message>
    <message>
        <source>Edit another category</source>
        <translation>Eine andere Kategorie ändern</translation>
    </message>
    <message>
        <source>Every mask was too small for the method&apos;s filter, so all of them are ranked; upstream stops here.</source>
        <translation>Jede Maske war zu klein für den Filter des Verfahrens, deshalb stehen alle in der Rangfolge; das Original hält hier an.</translation>
    </message>
    <message>
        <source>Analyse the picture again; that starts it anew</source>
        <translation>Das Bild noch einmal analysieren; das startet ihn neu</translation>
    </message>
    <message>
        <source>Divide it into several files</source>
        <translation>Teilen Sie sie auf mehrere Dateien auf</translation>
    </message>
    <message>
        <source>Do not open it with other programs; get the file from where it was published</source>
        <translation>Öffnen Sie sie nicht mit anderen Programmen; holen Sie die Datei von dort, wo sie veröffentlicht wurde</translation>
    </message>
    <message>
        <source>Formats: {0}</source>
        <translation>Formate: {0}</translation>
    </message>
    <message>
        <source>Free some space on that disk; what was decided before is safe</source>
        <translation>Auf dieser Platte Platz schaffen; was vorher entschieden wurde, ist sicher</translation>
    </message>
    <message>
        <source>Free some space there</source>
        <translation>Schaffen Sie dort Platz</translation>
    </message>
    <message>
        <source>Free some space there, or add the pictures where they are</source>
        <translation>Schaffen Sie dort Platz oder fügen Sie die Bilder hinzu, wo sie sind</translation>
    </message>
    <message>
        <source>Free some space there, or choose a place you may write to</source>
        <translation>Dort Platz schaffen oder einen beschreibbaren Ort wählen</translation>
    </message>
    <message>
        <source>Free some space there, or split without the pictures</source>
        <translation>Dort Platz schaffen oder ohne die Bilder aufteilen</translation>
    </message>
    <message>
        <source>Give a number from 0 to 1, such as 0.1</source>
        <translation>Eine Zahl von 0 bis 1 angeben, etwa 0.1</translation>
    </message>
    <message>
        <source>Give a share above 0</source>
        <translation>Einen Anteil über 0 angeben</translation>
    </message>
    <message>
        <source>Give the picture another name</source>
        <translation>Geben Sie dem Bild einen anderen Namen</translation>
    </message>
    <message>
        <source>Install NLTK&apos;s WordNet or Debian&apos;s wordnet-base, or choose the lexicon</source>
        <translation>WordNet von NLTK oder Debians wordnet-base installieren, oder das Lexikon wählen</translation>
    </message>
    <message>
        <source>Install TAS Desktop again, or restore the folder from the repository.</source>
        <translation>TAS Desktop noch einmal installieren oder den Ordner aus dem Repositorium holen.</translation>
    </message>
    <message>
        <source>Install it: python -m pip install &quot;tas-desktop[formats]&quot;</source>
        <translation>Installieren Sie sie: python -m pip install &quot;tas-desktop[formats]&quot;</translation>
    </message>
    <message>
        <source>Look at the folder and its permissions; what was decided before is safe</source>
        <translation>Ordner und Rechte ansehen; was vorher entschieden wurde, ist sicher</translation>
    </message>
    <message>
        <source>Look it up in the list of categories</source>
        <translation>In der Liste der Kategorien nachsehen</translation>
    </message>
    <message>
        <source>MDETR&apos;s readers know no dataset called {0}</source>
        <translation>Die Leser von MDETR kennen keinen Datensatz namens {0}</translation>
    </message>
    <message>
        <source>Make it writable, or open a copy of it</source>
        <translation>Beschreibbar machen oder eine Kopie öffnen</translation>
    </message>
    <message>
        <source>Make it writable, or work on a copy</source>
        <translation>Beschreibbar machen oder an einer Kopie arbeiten</translation>
    </message>
    <message>
        <source>Make one by opening a folder of pictures in the window</source>
        <translation>Eines anlegen, indem im Fenster ein Bilderordner geöffnet wird</translation>
    </message>
    <message>
        <source>Name an image file</source>
        <translation>Eine Bilddatei angeben</translation>
    </message>
    <message>
        <source>Name one of them</source>
        <translation>Eines davon angeben</translation>
    </message>
    <message>
        <source>Name two projects</source>
        <translation>Zwei Projekte angeben</translation>
    </message>
    <message>
        <source>No captions were made: the ranking uses V alone.</source>
        <translation>Es wurden keine Beschreibungen gemacht: Die Rangfolge benutzt nur V.</translation>
    </message>
    <message>
        <source>No image would be in any part</source>
        <translation>Kein Bild käme in irgendeinen Teil</translation>
    </message>
    <message>
        <source>No mask was found in this image.</source>
        <translation>In diesem Bild wurde keine Maske gefunden.</translation>
    </message>
    <message>
        <source>No method is called {0}</source>
        <translation>Kein Verfahren heißt {0}</translation>
    </message>
    <message>
        <source>No project can be made in {0}: {1}</source>
        <translation>In {0} kann kein Projekt angelegt werden: {1}</translation>
    </message>
    <message>
        <source>Nothing was replaced. Please report this with the log file</source>
        <translation>Nichts wurde ersetzt. Bitte mit der Protokolldatei melden</translation>
    </message>
    <message>
        <source>Open a folder of your own pictures</source>
        <translation>Einen Ordner mit eigenen Bildern öffnen</translation>
    </message>
    <message>
        <source>Open it in a picture editor; if it looks right there, save it as PNG</source>
        <translation>In einem Bildprogramm öffnen; wenn es dort stimmt, als PNG speichern</translation>
    </message>
    <message>
        <source>Open that one</source>
        <translation>Jenes öffnen</translation>
    </message>
    <message>
        <source>Paint the object, or decide that there is none</source>
        <translation>Das Objekt malen oder entscheiden, dass es keines gibt</translation>
    </message>
    <message>
        <source>Palette colours were expanded to RGB</source>
        <translation>Palettenfarben wurden in RGB umgewandelt</translation>
    </message>
    <message>
        <source>Pixels deeper than 8 bits were scaled from {0} to 0-255</source>
        <translation>Pixel mit mehr als 8 Bit wurden von {0} auf 0-255 umgerechnet</translation>
    </message>
    <message>
        <source>Put back a copy of it; copies made before a migration lie beside it as *.bak</source>
        <translation>Eine Kopie zurücklegen; Kopien von vor einer Umstellung liegen daneben als *.bak</translation>
    </message>
    <message>
        <source>Put back a copy of the project file</source>
        <translation>Eine Kopie der Projektdatei zurücklegen</translation>
    </message>
    <message>
        <source>Put it back, or open it again where it is now; what was decided before is in it</source>
        <translation>Zurücklegen oder dort neu öffnen, wo sie jetzt ist; was vorher entschieden wurde, steht darin</translation>
    </message>
    <message>
        <source>Put the file back where it was</source>
        <translation>Die Datei zurücklegen, wo sie war</translation>
    </message>
    <message>
        <source>Put the first one back, or add the new one under a name of its own</source>
        <translation>Das erste zurücklegen oder das neue unter eigenem Namen hinzufügen</translation>
    </message>
    <message>
        <source>Reduce it or cut it into parts</source>
        <translation>Verkleinern oder in Teile schneiden</translation>
    </message>
    <message>
        <source>Reduce the image</source>
        <translation>Das Bild verkleinern</translation>
    </message>
    <message>
        <source>Reinstall TAS Desktop, or choose another parser in the profile.</source>
        <translation>TAS Desktop neu installieren oder im Profil einen anderen Parser wählen.</translation>
    </message>
    <message>
        <source>Reinstall TAS Desktop, or train the starter pack again with &apos;tas-desktop starter train&apos;</source>
        <translation>TAS Desktop neu installieren oder das Starterpaket mit „tas-desktop starter train“ neu trainieren</translation>
    </message>
    <message>
        <source>Reinstall it, or choose the synonym source &apos;lexicon&apos; in the profile.</source>
        <translation>Neu installieren oder im Profil die Synonymquelle „lexicon“ wählen.</translation>
    </message>
    <message>
        <source>Run the batch again, with fewer workers if memory was short</source>
        <translation>Den Stapel noch einmal laufen lassen, mit weniger Prozessen, wenn der Speicher knapp war</translation>
    </message>
    <message>
        <source>Say what the object looks like or where it is</source>
        <translation>Schreiben, wie das Objekt aussieht oder wo es ist</translation>
    </message>
    <message>
        <source>Shorten it to the words that name the object</source>
        <translation>Auf die Wörter kürzen, die das Objekt benennen</translation>
    </message>
    <message>
        <source>Splits in this dataset: {0}</source>
        <translation>Teile dieses Datensatzes: {0}</translation>
    </message>
    <message>
        <source>Name a file</source>
        <translation>Nennen Sie eine Datei</translation>
    </message>
    <message>
        <source>A proxy or a mirror may stand between; try another network or mirror (HF_ENDPOINT)</source>
        <translation>Ein Proxy oder Spiegel mag dazwischenstehen; versuchen Sie ein anderes Netz oder einen anderen Spiegel (HF_ENDPOINT)</translation>
    </message>
    <message>
        <source>Agree to them there, on the model&apos;s page. {0}</source>
        <translation>Stimmen Sie ihnen dort auf der Seite des Modells zu. {0}</translation>
    </message>
    <message>
        <source>Agree under Tools, Models and profiles, or with: tas-desktop profiles accept {0}</source>
        <translation>Stimmen Sie unter Werkzeuge, Modelle und Profile zu, oder mit: tas-desktop profiles accept {0}</translation>
    </message>
    <message>
        <source>Analyse it anew for this one.</source>
        <translation>Analysieren Sie es für dieses neu.</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models import PATH --as {0}</source>
        <translation>Bringen Sie es noch einmal herein: tas-desktop models import PATH --as {0}</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models pull {0}</source>
        <translation>Bringen Sie es noch einmal herein: tas-desktop models pull {0}</translation>
    </message>
    <message>
        <source>Bring it in again: tas-desktop models {0}</source>
        <translation>Bringen Sie es noch einmal herein: tas-desktop models {0}</translation>
    </message>
    <message>
        <source>Bring the files back, or correct the profile</source>
        <translation>Bringen Sie die Dateien zurück oder berichtigen Sie das Profil</translation>
    </message>
    <message>
        <source>Choose a model that transformers knows itself; some are also there in such a form</source>
        <translation>Wählen Sie ein Modell, das transformers selbst kennt; manche gibt es auch in dieser Form</translation>
    </message>
    <message>
        <source>Choose a model whose code is part of the installed libraries</source>
        <translation>Wählen Sie ein Modell, dessen Code zu den installierten Bibliotheken gehört</translation>
    </message>
    <message>
        <source>Choose an encoder whose image tower timm builds itself</source>
        <translation>Wählen Sie einen Encoder, dessen Bildturm timm selbst baut</translation>
    </message>
    <message>
        <source>Choose an encoder whose text tower open_clip builds itself</source>
        <translation>Wählen Sie einen Encoder, dessen Textturm open_clip selbst baut</translation>
    </message>
    <message>
        <source>Choose another captioner for such pictures</source>
        <translation>Wählen Sie für solche Bilder ein anderes Beschreibungsmodell</translation>
    </message>
    <message>
        <source>Choose another method or another profile.</source>
        <translation>Wählen Sie ein anderes Verfahren oder ein anderes Profil.</translation>
    </message>
    <message>
        <source>Choose auto or cpu; &apos;tas-desktop doctor&apos; says which devices there are</source>
        <translation>Wählen Sie auto oder cpu; &apos;tas-desktop doctor&apos; sagt, welche Geräte es gibt</translation>
    </message>
    <message>
        <source>Choose float32 as the precision</source>
        <translation>Wählen Sie float32 als Genauigkeit</translation>
    </message>
    <message>
        <source>Choose the profile again</source>
        <translation>Wählen Sie das Profil noch einmal</translation>
    </message>
    <message>
        <source>Choose the same model as safetensors; OpenAI&apos;s CLIP is timm/…_clip_….openai on the Hugging Face hub, &apos;tas-desktop models list&apos; has it</source>
        <translation>Wählen Sie dasselbe Modell als safetensors; OpenAIs CLIP ist timm/…_clip_….openai auf dem Hugging Face Hub, &apos;tas-desktop models list&apos; nennt es</translation>
    </message>
    <message>
        <source>Choose {0} or one of: {1}</source>
        <translation>Wählen Sie {0} oder eines von: {1}</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller profile</source>
        <translation>Schließen Sie andere Programme oder wählen Sie ein kleineres Profil</translation>
    </message>
    <message>
        <source>Compare once more</source>
        <translation>Vergleichen Sie noch einmal</translation>
    </message>
    <message>
        <source>Correct the architecture in the profile, or choose the weights that belong to it</source>
        <translation>Berichtigen Sie die Architektur im Profil oder wählen Sie die zugehörigen Gewichte</translation>
    </message>
    <message>
        <source>Correct the path in the profile, or bring the file back</source>
        <translation>Berichtigen Sie den Pfad im Profil oder bringen Sie die Datei zurück</translation>
    </message>
    <message>
        <source>Download it again (&apos;tas-desktop models pull&apos;), or choose another model</source>
        <translation>Laden Sie es noch einmal herunter (&apos;tas-desktop models pull&apos;) oder wählen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>Download it: tas-desktop models pull {0}</source>
        <translation>Laden Sie es herunter: tas-desktop models pull {0}</translation>
    </message>
    <message>
        <source>Download it: tas-desktop models pull {0}, or Tools, Models and profiles</source>
        <translation>Laden Sie es herunter: tas-desktop models pull {0}, oder Werkzeuge, Modelle und Profile</translation>
    </message>
    <message>
        <source>Download them: tas-desktop models pull {0}, or Tools, Models and profiles</source>
        <translation>Laden Sie sie herunter: tas-desktop models pull {0}, oder Werkzeuge, Modelle und Profile</translation>
    </message>
    <message>
        <source>Files of {0}, which the profile {1} needs, have changed</source>
        <translation>Dateien von {0}, das das Profil {1} braucht, haben sich geändert</translation>
    </message>
    <message>
        <source>Free some space, or keep models on another disk with --data-dir</source>
        <translation>Schaffen Sie Platz oder legen Sie Modelle mit --data-dir auf einen anderen Datenträger</translation>
    </message>
    <message>
        <source>Free some space; what has come is kept, and the next try goes on from there</source>
        <translation>Schaffen Sie Platz; was da ist, bleibt, und der nächste Versuch macht dort weiter</translation>
    </message>
    <message>
        <source>Give a token of an account that may read it: set HF_TOKEN, or run &apos;hf auth login&apos;, or &apos;keyring set tas-desktop huggingface&apos;</source>
        <translation>Geben Sie ein Token eines Kontos, das es lesen darf: setzen Sie HF_TOKEN, oder &apos;hf auth login&apos;, oder &apos;keyring set tas-desktop huggingface&apos;</translation>
    </message>
    <message>
        <source>Give model = &quot;…&quot; of the catalogue, or path = &quot;…&quot;</source>
        <translation>Geben Sie model = &quot;…&quot; aus dem Katalog oder path = &quot;…&quot; an</translation>
    </message>
    <message>
        <source>Give params = { architecture = &quot;…&quot; } with a name of open_clip.list_models()</source>
        <translation>Geben Sie params = { architecture = &quot;…&quot; } mit einem Namen aus open_clip.list_models() an</translation>
    </message>
    <message>
        <source>HF_HUB_OFFLINE is set, so nothing is asked of the hub</source>
        <translation>HF_HUB_OFFLINE ist gesetzt, darum wird der Hub nichts gefragt</translation>
    </message>
    <message>
        <source>If it is what you want, bring it in under a name of its own: --as NAME</source>
        <translation>Wenn Sie genau das wollen, bringen Sie es unter eigenem Namen herein: --as NAME</translation>
    </message>
    <message>
        <source>Import them again</source>
        <translation>Importieren Sie sie noch einmal</translation>
    </message>
    <message>
        <source>Install a newer {0}, or choose another model</source>
        <translation>Installieren Sie ein neueres {0} oder wählen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>It may have moved: update TAS Desktop, or import the file with: tas-desktop models import</source>
        <translation>Es ist vielleicht umgezogen: Aktualisieren Sie TAS Desktop, oder importieren Sie die Datei mit: tas-desktop models import</translation>
    </message>
    <message>
        <source>It takes safetensors, .bin, .pt and .pth files</source>
        <translation>Es nimmt Dateien safetensors, .bin, .pt und .pth</translation>
    </message>
    <message>
        <source>It takes: {0}.</source>
        <translation>Es nimmt: {0}.</translation>
    </message>
    <message>
        <source>Look at HF_ENDPOINT, or whether this network asks to log in first</source>
        <translation>Sehen Sie nach HF_ENDPOINT, oder ob dieses Netz erst eine Anmeldung verlangt</translation>
    </message>
    <message>
        <source>Name a file that ends in {0}, or a folder with one</source>
        <translation>Nennen Sie eine Datei, die auf {0} endet, oder einen Ordner mit einer</translation>
    </message>
    <message>
        <source>Name a folder in it</source>
        <translation>Nennen Sie einen Ordner darin</translation>
    </message>
    <message>
        <source>Name a folder that holds a model</source>
        <translation>Nennen Sie einen Ordner, der ein Modell enthält</translation>
    </message>
    <message>
        <source>Name a folder with &lt;name&gt;/{0} and &lt;name&gt;/{1} in it</source>
        <translation>Nennen Sie einen Ordner mit &lt;name&gt;/{0} und &lt;name&gt;/{1}</translation>
    </message>
    <message>
        <source>Name a folder with train/, val/ or test/ full of .json and .jpg files</source>
        <translation>Nennen Sie einen Ordner mit train/, val/ oder test/ voller .json- und .jpg-Dateien</translation>
    </message>
    <message>
        <source>Name a folder with {0}&lt;dataset&gt;_&lt;split&gt;.json in it, or one such file</source>
        <translation>Nennen Sie einen Ordner mit {0}&lt;dataset&gt;_&lt;split&gt;.json oder eine solche Datei</translation>
    </message>
    <message>
        <source>Name a folder with {0}&lt;split&gt;.json in it, or one such file</source>
        <translation>Nennen Sie einen Ordner mit {0}&lt;split&gt;.json oder eine solche Datei</translation>
    </message>
    <message>
        <source>Name a folder with {0}….json in it</source>
        <translation>Nennen Sie einen Ordner mit {0}….json</translation>
    </message>
    <message>
        <source>Name a model for {0}: tas-desktop models list</source>
        <translation>Nennen Sie ein Modell für {0}: tas-desktop models list</translation>
    </message>
    <message>
        <source>Name a new folder</source>
        <translation>Nennen Sie einen neuen Ordner</translation>
    </message>
    <message>
        <source>Name another file in the profile</source>
        <translation>Nennen Sie im Profil eine andere Datei</translation>
    </message>
    <message>
        <source>Name it: --as NAME</source>
        <translation>Benennen Sie es: --as NAME</translation>
    </message>
    <message>
        <source>Name one of: {0}</source>
        <translation>Nennen Sie eines von: {0}</translation>
    </message>
    <message>
        <source>Name the exported file</source>
        <translation>Nennen Sie die exportierte Datei</translation>
    </message>
    <message>
        <source>Name the exported file or folder</source>
        <translation>Nennen Sie die exportierte Datei oder den Ordner</translation>
    </message>
    <message>
        <source>Name the folder</source>
        <translation>Nennen Sie den Ordner</translation>
    </message>
    <message>
        <source>Name the folder that holds &apos;annotations&apos; and &apos;images&apos;, or one of the files</source>
        <translation>Nennen Sie den Ordner mit „annotations“ und „images“ oder eine der Dateien</translation>
    </message>
    <message>
        <source>Name the folder that holds the dataset, or one of its files</source>
        <translation>Nennen Sie den Ordner des Datensatzes oder eine seiner Dateien</translation>
    </message>
    <message>
        <source>No map is made by {0}</source>
        <translation>{0} macht keine Karte</translation>
    </message>
    <message>
        <source>No model is under a licence called {0}</source>
        <translation>Kein Modell steht unter einer Lizenz namens {0}</translation>
    </message>
    <message>
        <source>Nothing was downloaded</source>
        <translation>Nichts wurde heruntergeladen</translation>
    </message>
    <message>
        <source>Nothing was kept; try again, or from another mirror (HF_ENDPOINT)</source>
        <translation>Nichts wurde behalten; versuchen Sie es noch einmal oder von einem anderen Spiegel (HF_ENDPOINT)</translation>
    </message>
    <message>
        <source>Other models were put to work while methods were compared</source>
        <translation>Während des Vergleichs wurden andere Modelle eingesetzt</translation>
    </message>
    <message>
        <source>Parameters of the profile&apos;s {0} {1} ({2}): {3}</source>
        <translation>Parameter von {0} {1} ({2}) des Profils: {3}</translation>
    </message>
    <message>
        <source>Parameters of the profile&apos;s {0} {1}: {2} = {3} is not between {4} and {5}</source>
        <translation>Parameter von {0} {1} des Profils: {2} = {3} liegt nicht zwischen {4} und {5}</translation>
    </message>
    <message>
        <source>Parquet files need the library pyarrow, which is not installed</source>
        <translation>Parquet-Dateien brauchen die Bibliothek pyarrow, die nicht installiert ist</translation>
    </message>
    <message>
        <source>Put the file itself there, or name the folder where the pictures are</source>
        <translation>Legen Sie die Datei selbst dorthin oder nennen Sie den Ordner der Bilder</translation>
    </message>
    <message>
        <source>Put the image into a folder {0} beside the file</source>
        <translation>Legen Sie das Bild in einen Ordner {0} neben der Datei</translation>
    </message>
    <message>
        <source>Put the picture back that was labelled</source>
        <translation>Legen Sie das Bild zurück, das annotiert wurde</translation>
    </message>
    <message>
        <source>Put tokenizer.json and tokenizer_config.json of the same model into its folder</source>
        <translation>Legen Sie tokenizer.json und tokenizer_config.json desselben Modells in seinen Ordner</translation>
    </message>
    <message>
        <source>Put {0} beside the tasks, or the pictures into {1}/</source>
        <translation>Legen Sie {0} neben die Aufgaben oder die Bilder nach {1}/</translation>
    </message>
    <message>
        <source>REFER&apos;s readers refuse a dataset called {0}</source>
        <translation>Die Leser von REFER weisen einen Datensatz namens {0} zurück</translation>
    </message>
    <message>
        <source>Read {0}; if that suits you, pull it with --accept-licence {1}</source>
        <translation>Lesen Sie {0}; wenn es Ihnen passt, laden Sie es mit --accept-licence {1}</translation>
    </message>
    <message>
        <source>Remove the model and download it again</source>
        <translation>Entfernen Sie das Modell und laden Sie es noch einmal herunter</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>Speichern Sie sie als UTF-8</translation>
    </message>
    <message>
        <source>See the ids with: tas-desktop models list</source>
        <translation>Die Kennungen zeigt: tas-desktop models list</translation>
    </message>
    <message>
        <source>Take another name</source>
        <translation>Nehmen Sie einen anderen Namen</translation>
    </message>
    <message>
        <source>Take up to 64 letters, digits, dots, dashes and underscores</source>
        <translation>Nehmen Sie bis zu 64 Buchstaben, Ziffern, Punkte, Striche und Unterstriche</translation>
    </message>
    <message>
        <source>The captioner cannot look at this picture: {0}</source>
        <translation>Das Beschreibungsmodell kann dieses Bild nicht ansehen: {0}</translation>
    </message>
    <message>
        <source>The device {0} cannot be used on this computer</source>
        <translation>Das Gerät {0} ist auf diesem Rechner nicht zu verwenden</translation>
    </message>
    <message>
        <source>The disk became full while {0} was downloaded into {1}</source>
        <translation>Der Datenträger wurde voll, während {0} nach {1} heruntergeladen wurde</translation>
    </message>
    <message>
        <source>The encoder {0} does not give what this method needs</source>
        <translation>Der Encoder {0} gibt nicht, was dieses Verfahren braucht</translation>
    </message>
    <message>
        <source>The encoder {0} gave numbers that {1} cannot hold</source>
        <translation>Der Encoder {0} gab Zahlen, die {1} nicht fassen kann</translation>
    </message>
    <message>
        <source>The expression has {0} characters, more than {1}</source>
        <translation>Der Ausdruck hat {0} Zeichen, mehr als {1}</translation>
    </message>
    <message>
        <source>The expression holds half a character: it is no valid UTF-8</source>
        <translation>Der Ausdruck enthält ein halbes Zeichen: kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>The expression is empty</source>
        <translation>Der Ausdruck ist leer</translation>
    </message>
    <message>
        <source>The file holds {0} pictures; the first one is used</source>
        <translation>Die Datei enthält {0} Bilder; das erste wird benutzt</translation>
    </message>
    <message>
        <source>The folder for temporary files, {0}, cannot be written: {1}</source>
        <translation>Der Ordner für temporäre Dateien, {0}, ist nicht beschreibbar: {1}</translation>
    </message>
    <message>
        <source>The image tower of {0} is {1}, which would have to be fetched</source>
        <translation>Der Bildturm von {0} ist {1}, was erst geholt werden müsste</translation>
    </message>
    <message>
        <source>The language pipeline {0} cannot be loaded: {1}</source>
        <translation>Die Sprachverarbeitung {0} kann nicht geladen werden: {1}</translation>
    </message>
    <message>
        <source>The log tells of {0}, which this version does not know</source>
        <translation>Das Ereignisprotokoll nennt {0}, was diese Version nicht kennt</translation>
    </message>
    <message>
        <source>The mask is empty</source>
        <translation>Die Maske ist leer</translation>
    </message>
    <message>
        <source>The method {0} has no parameter {1}</source>
        <translation>Das Verfahren {0} hat keinen Parameter {1}</translation>
    </message>
    <message>
        <source>The method {0} needs {1}, which {2} do not give</source>
        <translation>Das Verfahren {0} braucht {1}, was {2} nicht geben</translation>
    </message>
    <message>
        <source>The model {0} is not on this machine</source>
        <translation>Das Modell {0} ist nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>The model {0} was let go of</source>
        <translation>Das Modell {0} wurde losgelassen</translation>
    </message>
    <message>
        <source>The models&apos; process has ended unexpectedly (code {0})</source>
        <translation>Der Prozess der Modelle hat unerwartet geendet (Code {0})</translation>
    </message>
    <message>
        <source>The name of {0} is not valid UTF-8</source>
        <translation>Der Name von {0} ist kein gültiges UTF-8</translation>
    </message>
    <message>
        <source>The networks do not know pictures like this one, and this method ranks by them all the same.</source>
        <translation>Die Netze kennen solche Bilder nicht, und dieses Verfahren ordnet trotzdem nach ihnen.</translation>
    </message>
    <message>
        <source>The networks of this profile do not know pictures like this one: candidates are ordered by position, size and colour only.</source>
        <translation>Die Netze dieses Profils kennen solche Bilder nicht: Die Kandidaten sind nur nach Lage, Größe und Farbe geordnet.</translation>
    </message>
    <message>
        <source>The picture is grey; colour words in expressions have nothing to go by</source>
        <translation>Das Bild ist grau; Farbwörter in Ausdrücken haben keinen Anhalt</translation>
    </message>
    <message>
        <source>The picture was analysed for another method</source>
        <translation>Das Bild wurde für ein anderes Verfahren analysiert</translation>
    </message>
    <message>
        <source>The process that was doing this has ended unexpectedly (code {0}); nothing was written</source>
        <translation>Der Prozess, der das tat, ist unerwartet zu Ende gegangen (Code {0}); nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>The profile names {0} files for its {1}, where one is needed</source>
        <translation>Das Profil nennt {0} Dateien für {1}, wo eine nötig ist</translation>
    </message>
    <message>
        <source>The profile {0} is not for commercial use: {1} ({2})</source>
        <translation>Das Profil {0} ist nicht für kommerzielle Nutzung: {1} ({2})</translation>
    </message>
    <message>
        <source>The profile {0} needs what is not on this machine: {1}</source>
        <translation>Das Profil {0} braucht, was nicht auf diesem Rechner ist: {1}</translation>
    </message>
    <message>
        <source>The profile&apos;s synonym source {0} needs WordNet, which is not installed</source>
        <translation>Die Synonymquelle {0} des Profils braucht WordNet, das nicht installiert ist</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} backend {1} is not in this version</source>
        <translation>Das Backend {1} für {0} aus dem Profil gibt es in dieser Version nicht</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} has {1} = {2}, which is not between {3} and {4}</source>
        <translation>{0} des Profils hat {1} = {2}, was nicht zwischen {3} und {4} liegt</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} ({2}) names no model</source>
        <translation>{0} {1} ({2}) des Profils nennt kein Modell</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} is a {2} model, not {3}</source>
        <translation>{0} {1} des Profils ist ein Modell {2}, nicht {3}</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} names {2}, which open_clip does not know for {3}</source>
        <translation>{0} {1} des Profils nennt {2}, das open_clip für {3} nicht kennt</translation>
    </message>
    <message>
        <source>The profile&apos;s {0} {1} {2}, and its files do not say which one it is</source>
        <translation>{0} {1} des Profils {2}, und seine Dateien sagen nicht, welches es ist</translation>
    </message>
    <message>
        <source>The project file lacks image {0}, which has annotations</source>
        <translation>In der Projektdatei fehlt Bild {0}, das Annotationen hat</translation>
    </message>
    <message>
        <source>The project has no category {0}</source>
        <translation>Das Projekt hat keine Kategorie {0}</translation>
    </message>
    <message>
        <source>The repository has no weights that this program reads</source>
        <translation>Das Repositorium hat keine Gewichte, die dieses Programm liest</translation>
    </message>
    <message>
        <source>The sample project cannot be made in {0}: {1}</source>
        <translation>Das Beispielprojekt kann in {0} nicht angelegt werden: {1}</translation>
    </message>
    <message>
        <source>The text tower of {0} takes its shape from {1}, which would have to be fetched</source>
        <translation>Der Textturm von {0} richtet sich nach {1}, was erst geholt werden müsste</translation>
    </message>
    <message>
        <source>The weights file {0} cannot be read</source>
        <translation>Die Gewichtsdatei {0} kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>The weights file {0} is damaged: its checksum is not the expected one</source>
        <translation>Die Gewichtsdatei {0} ist beschädigt: Ihre Prüfsumme ist nicht die erwartete</translation>
    </message>
    <message>
        <source>The weights file {0} is missing or unreadable</source>
        <translation>Die Gewichtsdatei {0} fehlt oder ist nicht lesbar</translation>
    </message>
    <message>
        <source>The weights manifest of {0} does not name {1}</source>
        <translation>Das Gewichtsverzeichnis von {0} nennt {1} nicht</translation>
    </message>
    <message>
        <source>There are no pictures in {0}</source>
        <translation>In {0} gibt es keine Bilder</translation>
    </message>
    <message>
        <source>There are no predictions of {0} any more</source>
        <translation>Es gibt keine Vorhersagen von {0} mehr</translation>
    </message>
    <message>
        <source>There is a model called {0} already, and {1} is another</source>
        <translation>Es gibt schon ein Modell namens {0}, und {1} ist ein anderes</translation>
    </message>
    <message>
        <source>There is a profile {0} already</source>
        <translation>Es gibt schon ein Profil {0}</translation>
    </message>
    <message>
        <source>There is no format {0}</source>
        <translation>Es gibt kein Format {0}</translation>
    </message>
    <message>
        <source>There is no model {0}</source>
        <translation>Es gibt kein Modell {0}</translation>
    </message>
    <message>
        <source>There is no precision {0}</source>
        <translation>Es gibt keine Genauigkeit {0}</translation>
    </message>
    <message>
        <source>There is no profile {0}</source>
        <translation>Es gibt kein Profil {0}</translation>
    </message>
    <message>
        <source>There is no project at {0}</source>
        <translation>In {0} gibt es kein Projekt</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>Für dieses Bild reicht der Speicher nicht</translation>
    </message>
    <message>
        <source>There is not enough memory to decode {0}</source>
        <translation>Der Speicher reicht nicht, um {0} zu entschlüsseln</translation>
    </message>
    <message>
        <source>There is nothing at {0}</source>
        <translation>Bei {0} ist nichts</translation>
    </message>
    <message>
        <source>There is nothing of {0} to remove</source>
        <translation>Von {0} ist nichts zu entfernen</translation>
    </message>
    <message>
        <source>This profile has no network for points and boxes</source>
        <translation>Dieses Profil hat kein Netz für Punkte und Rahmen</translation>
    </message>
    <message>
        <source>Transparent parts were laid on white</source>
        <translation>Durchsichtige Teile wurden auf Weiß gelegt</translation>
    </message>
    <message>
        <source>Try again after that; what has come is kept</source>
        <translation>Versuchen Sie es danach noch einmal; was da ist, bleibt</translation>
    </message>
    <message>
        <source>Try again later; what has come is kept, and the next try goes on from there</source>
        <translation>Versuchen Sie es später noch einmal; was da ist, bleibt, und es geht dort weiter</translation>
    </message>
    <message>
        <source>Try again, which starts the models anew; if it happens again, choose the CPU</source>
        <translation>Versuchen Sie es noch einmal, das startet die Modelle neu; geschieht es wieder, wählen Sie die CPU</translation>
    </message>
    <message>
        <source>Try again; close other programs first if memory was short</source>
        <translation>Versuchen Sie es noch einmal; schließen Sie zuvor andere Programme, falls der Speicher knapp war</translation>
    </message>
    <message>
        <source>Try another mirror (HF_ENDPOINT), or import the file with: tas-desktop models import</source>
        <translation>Versuchen Sie einen anderen Spiegel (HF_ENDPOINT), oder importieren Sie die Datei mit: tas-desktop models import</translation>
    </message>
    <message>
        <source>Try another mirror (HF_ENDPOINT), or without the proxy</source>
        <translation>Versuchen Sie einen anderen Spiegel (HF_ENDPOINT) oder es ohne den Proxy</translation>
    </message>
    <message>
        <source>Turned upright by its EXIF orientation {0}; coordinates are those of the upright picture</source>
        <translation>Nach der EXIF-Ausrichtung {0} aufgerichtet; Koordinaten sind die des aufgerichteten Bildes</translation>
    </message>
    <message>
        <source>Type it again</source>
        <translation>Noch einmal tippen</translation>
    </message>
    <message>
        <source>Unset it to download</source>
        <translation>Nehmen Sie es zum Herunterladen zurück</translation>
    </message>
    <message>
        <source>Update TAS Desktop, or name another</source>
        <translation>Aktualisieren Sie TAS Desktop oder nennen Sie ein anderes</translation>
    </message>
    <message>
        <source>Update the program</source>
        <translation>Das Programm aktualisieren</translation>
    </message>
    <message>
        <source>Update, or move that file away</source>
        <translation>Aktualisieren oder jene Datei wegräumen</translation>
    </message>
    <message>
        <source>Upstream gives no answer here ({0}); ranked as by “tas”.</source>
        <translation>Das Original gibt hier keine Antwort ({0}); geordnet wie mit „tas“.</translation>
    </message>
    <message>
        <source>Use a newer program</source>
        <translation>Nehmen Sie eine neuere Programmversion</translation>
    </message>
    <message>
        <source>Use letters, digits and ._+- with at most one slash</source>
        <translation>Nehmen Sie Buchstaben, Ziffern und ._+- mit höchstens einem Schrägstrich</translation>
    </message>
    <message>
        <source>Use the brush or the polygon, or choose another profile</source>
        <translation>Pinsel oder Vieleck benutzen, oder ein anderes Profil wählen</translation>
    </message>
    <message>
        <source>Wait for it to end or close it, then try again</source>
        <translation>Warten, bis er endet, oder ihn schließen, dann noch einmal versuchen</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it there</source>
        <translation>Warten Sie auf sein Ende oder halten Sie es dort an</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it there; what it has done is in the project already</source>
        <translation>Warten Sie, bis er endet, oder halten Sie ihn dort an; was er getan hat, ist schon im Projekt</translation>
    </message>
    <message>
        <source>What came from {0} as {1} is not the published file: its checksum differs</source>
        <translation>Was von {0} als {1} kam, ist nicht die veröffentlichte Datei: Die Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>What was written breaks rules of {0}: {1}</source>
        <translation>Das Geschriebene verletzt Regeln von {0}: {1}</translation>
    </message>
    <message>
        <source>WordNet in {0} cannot be read: {1}</source>
        <translation>WordNet in {0} kann nicht gelesen werden: {1}</translation>
    </message>
    <message>
        <source>Work on a copy, or on a machine that can write it</source>
        <translation>An einer Kopie arbeiten oder auf einem Rechner, der es schreiben kann</translation>
    </message>
    <message>
        <source>Write CSV in UTF-8 with a header that has image and expression</source>
        <translation>Schreiben Sie CSV in UTF-8 mit einer Kopfzeile, die image (Bild) und expression (Ausdruck) enthält</translation>
    </message>
    <message>
        <source>Write CSV in UTF-8 with the header image,expression, or JSON lines</source>
        <translation>CSV in UTF-8 mit der Kopfzeile image,expression oder JSON-Zeilen schreiben</translation>
    </message>
    <message>
        <source>Write NAME=VALUE.</source>
        <translation>Schreiben Sie NAME=WERT.</translation>
    </message>
    <message>
        <source>Write backend = &quot;image-text-to-text&quot;, or choose another model</source>
        <translation>Schreiben Sie backend = &quot;image-text-to-text&quot; oder wählen Sie ein anderes Modell</translation>
    </message>
    <message>
        <source>Write hub:OWNER/NAME</source>
        <translation>Schreiben Sie hub:OWNER/NAME</translation>
    </message>
    <message>
        <source>Write image&lt;tab&gt;expression on each line, or call the file like its image</source>
        <translation>Schreiben Sie in jede Zeile image&lt;tab&gt;expression oder nennen Sie die Datei wie ihr Bild</translation>
    </message>
    <message>
        <source>Write name=share: train=0.8; each name once, of letters, digits, dot, dash and underscore</source>
        <translation>Schreiben Sie Name=Anteil: train=0.8; jeden Namen einmal, aus Buchstaben, Ziffern, Punkt, Strich und Unterstrich</translation>
    </message>
    <message>
        <source>Write owner/name</source>
        <translation>Schreiben Sie owner/name</translation>
    </message>
    <message>
        <source>Write smaller groups</source>
        <translation>Schreiben Sie kleinere Gruppen</translation>
    </message>
    <message>
        <source>after row {0}</source>
        <translation>nach Zeile {0}</translation>
    </message>
    <message>
        <source>annotation {0}</source>
        <translation>Annotation {0}</translation>
    </message>
    <message>
        <source>categories beyond the first {0}; their objects have none of their own</source>
        <translation>Kategorien jenseits der ersten {0}; ihre Objekte haben keine eigene</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>Kategorie {0}</translation>
    </message>
    <message>
        <source>entry {0} of references</source>
        <translation>Eintrag {0} von references</translation>
    </message>
    <message>
        <source>entry {0} of undecided</source>
        <translation>Eintrag {0} von undecided</translation>
    </message>
    <message>
        <source>expression {0}</source>
        <translation>Ausdruck {0}</translation>
    </message>
    <message>
        <source>expressions of images without a file</source>
        <translation>Ausdrücke von Bildern ohne Datei</translation>
    </message>
    <message>
        <source>expressions of images without a split: written as train</source>
        <translation>Ausdrücke von Bildern ohne Teil: als train geschrieben</translation>
    </message>
    <message>
        <source>expressions of objects that were left out</source>
        <translation>Ausdrücke ausgelassener Objekte</translation>
    </message>
    <message>
        <source>expressions of splits that readers refuse (they know {0})</source>
        <translation>Ausdrücke aus Teilen, die Leser zurückweisen (sie kennen {0})</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: PhraseCut cannot say that</source>
        <translation>Ausdrücke, die nichts im Bild meinen: PhraseCut kann das nicht sagen</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: REFER cannot say that</source>
        <translation>Ausdrücke, die nichts im Bild meinen: REFER kann das nicht sagen</translation>
    </message>
    <message>
        <source>expressions that name nothing in the image: ReasonSeg cannot say that</source>
        <translation>Ausdrücke, die nichts im Bild meinen: ReasonSeg kann das nicht sagen</translation>
    </message>
    <message>
        <source>expressions that name several objects: REFER has one object a ref</source>
        <translation>Ausdrücke für mehrere Objekte: REFER hat ein Objekt je Ref</translation>
    </message>
    <message>
        <source>expressions that were flagged</source>
        <translation>markierte Ausdrücke</translation>
    </message>
    <message>
        <source>expressions that were skipped</source>
        <translation>übersprungene Ausdrücke</translation>
    </message>
    <message>
        <source>expressions with nothing in them but control characters</source>
        <translation>Ausdrücke, die nur aus Steuerzeichen bestehen</translation>
    </message>
    <message>
        <source>image files of another size than their masks</source>
        <translation>Bilddateien von anderer Größe als ihre Masken</translation>
    </message>
    <message>
        <source>image files that cannot be read</source>
        <translation>Bilddateien, die nicht lesbar sind</translation>
    </message>
    <message>
        <source>image files turned upright and written anew, because loaders do not heed their EXIF orientation</source>
        <translation>Bilddateien, aufgerichtet und neu geschrieben, weil Leser ihre EXIF-Ausrichtung nicht beachten</translation>
    </message>
    <message>
        <source>image files whose name another one has</source>
        <translation>Bilddateien, deren Name schon vergeben ist</translation>
    </message>
    <message>
        <source>image files whose place is not known</source>
        <translation>Bilddateien, deren Ort nicht bekannt ist</translation>
    </message>
    <message>
        <source>images left out with all that is on them, because their file could not be placed</source>
        <translation>Bilder, mit allem darauf ausgelassen, weil ihre Datei nicht abgelegt werden konnte</translation>
    </message>
    <message>
        <source>images of unknown size, because their file cannot be read</source>
        <translation>Bilder unbekannter Größe, weil ihre Datei nicht lesbar ist</translation>
    </message>
    <message>
        <source>images with nothing decided on them</source>
        <translation>Bilder, auf denen nichts entschieden ist</translation>
    </message>
    <message>
        <source>images without a file, which a folder of images cannot hold</source>
        <translation>Bilder ohne Datei, für die ein Bilderordner keinen Platz hat</translation>
    </message>
    <message>
        <source>its id is there twice</source>
        <translation>seine Kennung ist zweimal da</translation>
    </message>
    <message>
        <source>line {0}, object {1}</source>
        <translation>Zeile {0}, Objekt {1}</translation>
    </message>
    <message>
        <source>masks without an expression</source>
        <translation>Masken ohne Ausdruck</translation>
    </message>
    <message>
        <source>names of categories that mean another one here, which their objects get</source>
        <translation>Kategorienamen, die hier eine andere meinen, welche ihre Objekte bekommen</translation>
    </message>
    <message>
        <source>names of splits, written as the layout has them</source>
        <translation>Namen von Teilen, geschrieben wie im Layout vorgesehen</translation>
    </message>
    <message>
        <source>object {0}</source>
        <translation>Objekt {0}</translation>
    </message>
    <message>
        <source>objects that no expression names: PhraseCut has no place for them</source>
        <translation>Objekte, die kein Ausdruck nennt: PhraseCut hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>objects that no expression names: ReasonSeg has no place for them</source>
        <translation>Objekte, die kein Ausdruck nennt: ReasonSeg hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>pictures of another size than their masks</source>
        <translation>Bilder von anderer Größe als ihre Masken</translation>
    </message>
    <message>
        <source>pictures that cannot be read</source>
        <translation>Bilder, die nicht lesbar sind</translation>
    </message>
    <message>
        <source>pictures that the project does not have</source>
        <translation>Bilder, die das Projekt nicht hat</translation>
    </message>
    <message>
        <source>pictures that were not found</source>
        <translation>Bilder, die nicht gefunden wurden</translation>
    </message>
    <message>
        <source>plural expressions of other objects with the same text, joined to one that names all of them</source>
        <translation>Mehrzahl-Ausdrücke anderer Objekte mit gleichem Text, zu einem vereint, der alle nennt</translation>
    </message>
    <message>
        <source>plural expressions written once, because their image has them several times</source>
        <translation>Mehrzahl-Ausdrücke, einmal geschrieben, weil ihr Bild sie mehrfach hat</translation>
    </message>
    <message>
        <source>ref {0}, sentence {1}</source>
        <translation>Ref {0}, Satz {1}</translation>
    </message>
    <message>
        <source>reference {0}</source>
        <translation>Referenz {0}</translation>
    </message>
    <message>
        <source>regions that are neither brushed nor outlined by a polygon</source>
        <translation>Regionen, die weder gepinselt noch als Polygon umrissen sind</translation>
    </message>
    <message>
        <source>regions that cover no pixel</source>
        <translation>Regionen, die kein Pixel bedecken</translation>
    </message>
    <message>
        <source>row group {0}</source>
        <translation>Zeilengruppe {0}</translation>
    </message>
    <message>
        <source>sentence {0}</source>
        <translation>Satz {0}</translation>
    </message>
    <message>
        <source>sentences that are blank, too long or no valid text</source>
        <translation>Sätze, die leer, zu lang oder kein gültiger Text sind</translation>
    </message>
    <message>
        <source>sentences that were decided otherwise here; what stands here stays</source>
        <translation>Sätze, über die hier anders entschieden wurde; was hier steht, bleibt</translation>
    </message>
    <message>
        <source>sentences whose mask covers no pixel</source>
        <translation>Sätze, deren Maske kein Pixel bedeckt</translation>
    </message>
    <message>
        <source>texts with line breaks, tabs, control characters or “||”, which readers trip over: mended</source>
        <translation>Texte mit Zeilenumbrüchen, Tabulatoren, Steuerzeichen oder „||“, über die Leser stolpern: bereinigt</translation>
    </message>
    <message>
        <source>{0} = {1} is out of range</source>
        <translation>{0} = {1} liegt außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>{0} answered {1} to the request for {2}</source>
        <translation>{0} antwortete {1} auf die Anfrage nach {2}</translation>
    </message>
    <message>
        <source>{0} asks to run code of its own, named under auto_map in {1}; this program never does</source>
        <translation>{0} will eigenen Code ausführen, genannt unter auto_map in {1}; dieses Programm tut das nie</translation>
    </message>
    <message>
        <source>{0} cannot be opened with the installed {1}: {2}</source>
        <translation>{0} ist mit dem installierten {1} nicht zu öffnen: {2}</translation>
    </message>
    <message>
        <source>{0} does not answer as the hub does</source>
        <translation>{0} antwortet nicht wie der Hub</translation>
    </message>
    <message>
        <source>{0} does not fit into the memory of {1}: it runs on the CPU, much slower. Close other programs and choose the profile again, or choose a smaller one.</source>
        <translation>{0} passt nicht in den Speicher von {1}: Es läuft auf der CPU, viel langsamer. Schließen Sie andere Programme und wählen Sie das Profil noch einmal, oder ein kleineres.</translation>
    </message>
    <message>
        <source>{0} does not give {1} without leave ({2})</source>
        <translation>{0} gibt {1} nicht ohne Erlaubnis ({2})</translation>
    </message>
    <message>
        <source>{0} does not hold the weights of {1}: {2}</source>
        <translation>{0} enthält nicht die Gewichte von {1}: {2}</translation>
    </message>
    <message>
        <source>{0} failed: {1}</source>
        <translation>{0} ist fehlgeschlagen: {1}</translation>
    </message>
    <message>
        <source>{0} has no repository {1}, or does not show it without leave</source>
        <translation>{0} hat kein Repositorium {1} oder zeigt es nicht ohne Erlaubnis</translation>
    </message>
    <message>
        <source>{0} has no revision {1}</source>
        <translation>{0} hat keine Revision {1}</translation>
    </message>
    <message>
        <source>{0} has no {1}/{2}….json</source>
        <translation>{0} hat kein {1}/{2}….json</translation>
    </message>
    <message>
        <source>{0} has to wait: {1}, and asks for {2} s</source>
        <translation>{0} muss warten: {1}, und bittet um {2} s</translation>
    </message>
    <message>
        <source>{0} has {1} bytes under the name of {2}, not {3}</source>
        <translation>{0} hat {1} Bytes unter dem Namen {2}, nicht {3}</translation>
    </message>
    <message>
        <source>{0} holds no weights and no configuration</source>
        <translation>{0} enthält keine Gewichte und keine Konfiguration</translation>
    </message>
    <message>
        <source>{0} holds {1} {2} datasets{3}</source>
        <translation>{0} enthält {1} {2}-Datensätze{3}</translation>
    </message>
    <message>
        <source>{0} holds {1}, which was not exported there</source>
        <translation>{0} enthält {1}, was nicht dorthin exportiert wurde</translation>
    </message>
    <message>
        <source>{0} is a TorchScript archive: a program with weights in it, and programs are not run</source>
        <translation>{0} ist ein TorchScript-Archiv: ein Programm mit Gewichten darin, und Programme werden nicht ausgeführt</translation>
    </message>
    <message>
        <source>{0} is a folder with configuration and weights, and {1} is a single file</source>
        <translation>{0} ist ein Ordner mit Konfiguration und Gewichten, und {1} ist eine einzelne Datei</translation>
    </message>
    <message>
        <source>{0} is a model of your own: there is nowhere to download it from</source>
        <translation>{0} ist ein eigenes Modell: Es ist nirgends herunterzuladen</translation>
    </message>
    <message>
        <source>{0} is being downloaded or removed by another program</source>
        <translation>{0} wird von einem anderen Programm heruntergeladen oder entfernt</translation>
    </message>
    <message>
        <source>{0} is given only to accounts that have agreed to its terms on {1}</source>
        <translation>{0} bekommen nur Konten, die seinen Bedingungen auf {1} zugestimmt haben</translation>
    </message>
    <message>
        <source>{0} is missing or unreadable</source>
        <translation>{0} fehlt oder ist unlesbar</translation>
    </message>
    <message>
        <source>{0} is no model: it holds no weights</source>
        <translation>{0} ist kein Modell: Es enthält keine Gewichte</translation>
    </message>
    <message>
        <source>{0} is no name for a model</source>
        <translation>{0} ist kein Name für ein Modell</translation>
    </message>
    <message>
        <source>{0} is no name for a profile</source>
        <translation>{0} ist kein Name für ein Profil</translation>
    </message>
    <message>
        <source>{0} is no repository of the hub</source>
        <translation>{0} ist kein Repositorium des Hubs</translation>
    </message>
    <message>
        <source>{0} is no repository&apos;s name</source>
        <translation>{0} ist kein Name eines Repositoriums</translation>
    </message>
    <message>
        <source>{0} is not {1} as it was published: its checksum differs</source>
        <translation>{0} ist nicht {1}, wie es veröffentlicht wurde: Die Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>{0} is of a kind that needs a tokenizer of its own, and none lies beside it</source>
        <translation>{0} ist von einer Art, die einen eigenen Tokenizer braucht, und keiner liegt dabei</translation>
    </message>
    <message>
        <source>{0} is refused: {1}, and programs that come with a model are never run</source>
        <translation>{0} wird abgelehnt: {1}, und Programme, die mit einem Modell kommen, werden nie ausgeführt</translation>
    </message>
    <message>
        <source>{0} is under {1}, which limits its use: {2}</source>
        <translation>{0} steht unter {1}, was seine Nutzung einschränkt: {2}</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} pixels, its labels are of {3}x{4}</source>
        <translation>{0} hat {1}x{2} Pixel, seine Labels {3}x{4}</translation>
    </message>
    <message>
        <source>{0} needs {1} more, and {2} has {3} free</source>
        <translation>{0} braucht noch {1}, und {2} hat {3} frei</translation>
    </message>
    <message>
        <source>{0} of the model {1} is missing or has changed</source>
        <translation>{0} des Modells {1} fehlt oder hat sich geändert</translation>
    </message>
    <message>
        <source>{0} of {1} is damaged: it {2}</source>
        <translation>{0} von {1} ist beschädigt: Es {2}</translation>
    </message>
    <message>
        <source>{0} ran out of memory on {1}: it goes on with {2} at a time.</source>
        <translation>{0} hatte auf {1} zu wenig Speicher: Es geht mit je {2} weiter.</translation>
    </message>
    <message>
        <source>{0} ran out of memory on {1}: models that are idle leave it, which costs time with each picture.</source>
        <translation>{0} hatte auf {1} zu wenig Speicher: Untätige Modelle verlassen ihn, was mit jedem Bild Zeit kostet.</translation>
    </message>
    <message>
        <source>{0} sends on to an address without encryption</source>
        <translation>{0} leitet an eine Adresse ohne Verschlüsselung weiter</translation>
    </message>
    <message>
        <source>{0} sends {1} packed, though it was asked not to</source>
        <translation>{0} sendet {1} gepackt, obwohl anders verlangt</translation>
    </message>
    <message>
        <source>{0} sets no parameter</source>
        <translation>{0} setzt keinen Parameter</translation>
    </message>
    <message>
        <source>{0}, instance {1}</source>
        <translation>{0}, Instanz {1}</translation>
    </message>
    <message>
        <source>{0}, object {1}</source>
        <translation>{0}, Objekt {1}</translation>
    </message>
    <message>
        <source>{0}, which the profile names as its {1}, is not there</source>
        <translation>{0}, das das Profil als {1} nennt, ist nicht da</translation>
    </message>
    <message>
        <source>{0}: {1} has no place for them</source>
        <translation>{0}: {1} hat keinen Platz dafür</translation>
    </message>
    <message>
        <source>Write one image and one expression a line, below the header image,expression</source>
        <translation>Je Zeile ein Bild und ein Ausdruck, unter der Kopfzeile image,expression</translation>
    </message>
    <message>
        <source>{0} already holds the project {1}</source>
        <translation>{0} enthält schon das Projekt {1}</translation>
    </message>
    <message>
        <source>{0} already leads to the category {1}</source>
        <translation>{0} führt schon zur Kategorie {1}</translation>
    </message>
    <message>
        <source>{0} cannot be copied into {1}: {2}</source>
        <translation>{0} lässt sich nicht nach {1} kopieren: {2}</translation>
    </message>
    <message>
        <source>{0} cannot be copied to {1}: {2}</source>
        <translation>{0} kann nicht nach {1} kopiert werden: {2}</translation>
    </message>
    <message>
        <source>{0} cannot be decoded: {1}</source>
        <translation>{0} kann nicht entschlüsselt werden: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be made: {1}</source>
        <translation>{0} kann nicht angelegt werden: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be opened</source>
        <translation>{0} kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1})</source>
        <translation>{0} kann nicht gelesen werden ({1})</translation>
    </message>
    <message>
        <source>{0} cannot be read ({1}); the defaults are used</source>
        <translation>{0} kann nicht gelesen werden ({1}); die Vorgaben werden benutzt</translation>
    </message>
    <message>
        <source>{0} cannot be read any more: {1}</source>
        <translation>{0} kann nicht mehr gelesen werden: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}</source>
        <translation>{0} kann nicht gelesen werden: {1}</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}</source>
        <translation>{0} kann nicht geschrieben werden: {1}</translation>
    </message>
    <message>
        <source>{0} could not be written: {1}</source>
        <translation>{0} konnte nicht geschrieben werden: {1}</translation>
    </message>
    <message>
        <source>{0} does not exist</source>
        <translation>{0} gibt es nicht</translation>
    </message>
    <message>
        <source>{0} does not hold {1} of this program</source>
        <translation>{0} enthält {1} dieses Programms nicht</translation>
    </message>
    <message>
        <source>{0} does not match its checksum</source>
        <translation>{0} passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>{0} has a batch at work already: {1}</source>
        <translation>Für {0} arbeitet schon ein Stapellauf: {1}</translation>
    </message>
    <message>
        <source>{0} has lines without a tab, and no image {1}.jpg or the like lies beside it</source>
        <translation>{0} hat Zeilen ohne Tabulator, und kein Bild {1}.jpg oder Ähnliches liegt daneben</translation>
    </message>
    <message>
        <source>{0} has more than {1} files {2}</source>
        <translation>{0} hat mehr als {1} Dateien {2}</translation>
    </message>
    <message>
        <source>{0} has no refs</source>
        <translation>{0} hat keine Refs</translation>
    </message>
    <message>
        <source>{0} has no refs of split {1}</source>
        <translation>{0} hat keine Refs im Teil {1}</translation>
    </message>
    <message>
        <source>{0} has {1} GB; {2} GB is the limit</source>
        <translation>{0} hat {1} GB; {2} GB sind die Grenze</translation>
    </message>
    <message>
        <source>{0} has {1} bytes instead of {2}</source>
        <translation>{0} hat {1} Bytes statt {2}</translation>
    </message>
    <message>
        <source>{0} has {1}more than {2} megapixels</source>
        <translation>{0} hat {1}mehr als {2} Megapixel</translation>
    </message>
    <message>
        <source>{0} holds a project already</source>
        <translation>{0} enthält schon ein Projekt</translation>
    </message>
    <message>
        <source>{0} holds no expression{1}</source>
        <translation>{0} enthält keinen Ausdruck{1}</translation>
    </message>
    <message>
        <source>{0} holds no files for MDETR</source>
        <translation>{0} enthält keine Dateien für MDETR</translation>
    </message>
    <message>
        <source>{0} holds no queries of ReasonSeg</source>
        <translation>{0} enthält keine Anfragen von ReasonSeg</translation>
    </message>
    <message>
        <source>{0} holds no tasks of PhraseCut</source>
        <translation>{0} enthält keine Aufgaben von PhraseCut</translation>
    </message>
    <message>
        <source>{0} holds several projects: {1}</source>
        <translation>{0} enthält mehrere Projekte: {1}</translation>
    </message>
    <message>
        <source>{0} images cannot be handed out in {1} parts</source>
        <translation>{0} Bilder können nicht in {1} Teilen ausgegeben werden</translation>
    </message>
    <message>
        <source>{0} in {1} is not usable ({2}); the default is used</source>
        <translation>{0} in {1} ist nicht brauchbar ({2}); die Vorgabe wird benutzt</translation>
    </message>
    <message>
        <source>{0} is a file, not a folder</source>
        <translation>{0} ist eine Datei, kein Ordner</translation>
    </message>
    <message>
        <source>{0} is being written by another process</source>
        <translation>{0} wird von einem anderen Prozess geschrieben</translation>
    </message>
    <message>
        <source>{0} is being written by {1}</source>
        <translation>{0} wird von {1} geschrieben</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>{0} ist leer</translation>
    </message>
    <message>
        <source>{0} is no longer the picture that this project knows under its name</source>
        <translation>{0} ist nicht mehr das Bild, das dieses Projekt unter diesem Namen kennt</translation>
    </message>
    <message>
        <source>{0} is no manifest of weights</source>
        <translation>{0} ist kein Gewichtsverzeichnis</translation>
    </message>
    <message>
        <source>{0} is no share of the images</source>
        <translation>{0} ist kein Anteil der Bilder</translation>
    </message>
    <message>
        <source>{0} is not a readable project file</source>
        <translation>{0} ist keine lesbare Projektdatei</translation>
    </message>
    <message>
        <source>{0} is not there</source>
        <translation>{0} ist nicht da</translation>
    </message>
    <message>
        <source>{0} is of an older version and has to be migrated, but {1}</source>
        <translation>{0} ist von einer älteren Version und muss umgestellt werden, aber {1}</translation>
    </message>
    <message>
        <source>{0} is of another version; what this one understands is used</source>
        <translation>{0} ist von einer anderen Version; was diese versteht, wird benutzt</translation>
    </message>
    <message>
        <source>{0} is open for reading only: {1}</source>
        <translation>{0} ist nur zum Lesen geöffnet: {1}</translation>
    </message>
    <message>
        <source>{0} is read-only</source>
        <translation>{0} ist schreibgeschützt</translation>
    </message>
    <message>
        <source>{0} is truncated{1}</source>
        <translation>{0} ist abgeschnitten{1}</translation>
    </message>
    <message>
        <source>{0} lost its device</source>
        <translation>{0} hat sein Gerät verloren</translation>
    </message>
    <message>
        <source>{0} may not be read by this user</source>
        <translation>{0} darf von diesem Benutzer nicht gelesen werden</translation>
    </message>
    <message>
        <source>{0} names no part of a dataset and its share</source>
        <translation>{0} nennt keinen Teil eines Datensatzes mit seinem Anteil</translation>
    </message>
    <message>
        <source>{0} ran out of memory</source>
        <translation>{0} hatte zu wenig Speicher</translation>
    </message>
    <message>
        <source>{0} stays: it is the category of everything that no word leads anywhere else</source>
        <translation>{0} bleibt: Es ist die Kategorie von allem, was kein Wort anderswohin führt</translation>
    </message>
    <message>
        <source>{0} was moved, deleted or replaced while it was open: nothing can be written to it</source>
        <translation>{0} wurde verschoben, gelöscht oder ersetzt, während es offen war: Nichts kann geschrieben werden</translation>
    </message>
    <message>
        <source>{0} was opened for reading only: {1}</source>
        <translation>{0} wurde nur zum Lesen geöffnet: {1}</translation>
    </message>
    <message>
        <source>{0} was written by a newer version of this program</source>
        <translation>{0} wurde von einer neueren Version dieses Programms geschrieben</translation>
    </message>
    <message>
        <source>{0}: {1}.model: there is no model {2}</source>
        <translation>{0}: {1}.model: Es gibt kein Modell {2}</translation>
    </message>
    <message>
        <source>{0}: {1}.model: {2} is for {3}</source>
        <translation>{0}: {1}.model: {2} ist für {3}</translation>
    </message>
    <message>
        <source>“{0}” is not known to the encoder and says nothing.</source>
        <translation>„{0}“ ist dem Encoder unbekannt und sagt nichts.</translation>
    </message>
    <message>
        <source>“{0}” is not known to the encoder: read as “{1}”.</source>
        <translation>„{0}“ ist dem Encoder unbekannt: gelesen als „{1}“.</translation>
    </message>
    <message>
        <source>expressions that name several objects</source>
        <translation>Ausdrücke für mehrere Objekte</translation>
    </message>
    <message>
        <source>expressions that name nothing in their image</source>
        <translation>Ausdrücke, die nichts in ihrem Bild meinen</translation>
    </message>
    <message>
        <source>expressions that nobody decided</source>
        <translation>Ausdrücke, die niemand entschieden hat</translation>
    </message>
    <message>
        <source>masks of objects</source>
        <translation>Masken von Objekten</translation>
    </message>
    <message>
        <source>categories of objects</source>
        <translation>Kategorien von Objekten</translation>
    </message>
    <message>
        <source>splits of images</source>
        <translation>Teile von Bildern</translation>
    </message>
</context>
<context>
    <name>LogCommands</name>
    <message>
        <source>The program ended unexpectedly the last time. What you had decided is there.</source>
        <translation>Das Programm endete beim letzten Mal unerwartet. Alle Entscheidungen sind da.</translation>
    </message>
</context>
<context>
    <name>LogDialog</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The log is empty.</source>
        <translation>Das Protokoll ist leer.</translation>
    </message>
    <message>
        <source>The program ended unexpectedly at an earlier time:</source>
        <translation>Das Programm endete früher einmal unerwartet:</translation>
    </message>
</context>
<context>
    <name>LossTable</name>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Such as</source>
        <translation>Zum Beispiel</translation>
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
    <name>MethodButton</name>
    <message>
        <source>Ranking method: {0}</source>
        <translation>Rangverfahren: {0}</translation>
    </message>
    <message>
        <source>Ranking method and parameters</source>
        <translation>Rangverfahren und Parameter</translation>
    </message>
</context>
<context>
    <name>MethodPanel</name>
    <message>
        <source>Ranking method and parameters</source>
        <translation>Rangverfahren und Parameter</translation>
    </message>
    <message>
        <source>The method&apos;s own values</source>
        <translation>Werte des Verfahrens</translation>
    </message>
    <message>
        <source>These models do not give what it needs: {0}</source>
        <translation>Diese Modelle geben nicht, was es braucht: {0}</translation>
    </message>
    <message>
        <source>Stored with each decision, remembered for the next start.</source>
        <translation>Bei jeder Entscheidung gespeichert und für den nächsten Start gemerkt.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>captions</source>
        <translation>Beschreibungen</translation>
    </message>
    <message>
        <source>pictures prepared by the method</source>
        <translation>vom Verfahren aufbereitete Bilder</translation>
    </message>
    <message>
        <source>features of masked tokens</source>
        <translation>Merkmale maskierter Token</translation>
    </message>
    <message>
        <source>tokens that look at one region</source>
        <translation>Token, die einen Bereich ansehen</translation>
    </message>
    <message>
        <source>a map of values</source>
        <translation>eine Karte der Werte</translation>
    </message>
    <message>
        <source>a map by value-value attention</source>
        <translation>eine Karte durch Wert-Wert-Aufmerksamkeit</translation>
    </message>
    <message>
        <source>a map by self-self attention</source>
        <translation>eine Karte durch Selbst-Selbst-Aufmerksamkeit</translation>
    </message>
    <message>
        <source>gradients</source>
        <translation>Gradienten</translation>
    </message>
    <message>
        <source>two streams that are fused</source>
        <translation>zwei verschmolzene Ströme</translation>
    </message>
    <message>
        <source>Redundant part</source>
        <translation>Überflüssiger Teil</translation>
    </message>
    <message>
        <source>What is subtracted: the mean over phrases, or the empty text.</source>
        <translation>Was abgezogen wird: das Mittel über Phrasen oder der leere Text.</translation>
    </message>
    <message>
        <source>Changed depth</source>
        <translation>Geänderte Tiefe</translation>
    </message>
    <message>
        <source>Share of the network&apos;s last blocks whose attention is changed.</source>
        <translation>Anteil der letzten Blöcke des Netzes, deren Aufmerksamkeit geändert wird.</translation>
    </message>
    <message>
        <source>Words compared</source>
        <translation>Verglichene Wörter</translation>
    </message>
    <message>
        <source>The whole sentence, or what is left without directions.</source>
        <translation>Der ganze Satz oder was ohne Richtungen bleibt.</translation>
    </message>
    <message>
        <source>Direction rule</source>
        <translation>Richtungsregel</translation>
    </message>
    <message>
        <source>What “left” and its like do: our rule, upstream&apos;s, nothing.</source>
        <translation>Was „left“ und dergleichen bewirken: unsere Regel, die des Originals, nichts.</translation>
    </message>
    <message>
        <source>As upstream</source>
        <translation>Wie das Original</translation>
    </message>
    <message>
        <source>Always rank by the networks, and say where the released code would stop.</source>
        <translation>Immer nach den Netzen ordnen und sagen, wo der veröffentlichte Code anhielte.</translation>
    </message>
    <message>
        <source>Largest masks kept</source>
        <translation>Größte behaltene Masken</translation>
    </message>
    <message>
        <source>Only so many of the largest masks may come first; 0: all.</source>
        <translation>Nur so viele der größten Masken dürfen vorn stehen; 0: alle.</translation>
    </message>
    <message>
        <source>Least pixels</source>
        <translation>Mindestens Pixel</translation>
    </message>
    <message>
        <source>Masks of no more pixels come last.</source>
        <translation>Masken mit nicht mehr Pixeln kommen zuletzt.</translation>
    </message>
    <message>
        <source>Global (α)</source>
        <translation>Global (α)</translation>
    </message>
    <message>
        <source>Share of the region in the whole picture; the rest is the crop.</source>
        <translation>Anteil des Bereichs im ganzen Bild; der Rest ist der Ausschnitt.</translation>
    </message>
    <message>
        <source>Sentence (β)</source>
        <translation>Satz (β)</translation>
    </message>
    <message>
        <source>Share of the sentence; the rest is its noun phrase.</source>
        <translation>Anteil des Satzes; der Rest ist seine Nominalphrase.</translation>
    </message>
    <message>
        <source>Masked depth</source>
        <translation>Maskierte Tiefe</translation>
    </message>
    <message>
        <source>Share of the network&apos;s last blocks that see masked tokens.</source>
        <translation>Anteil der letzten Blöcke des Netzes, die maskierte Token sehen.</translation>
    </message>
    <message>
        <source>Pixels scaled as for</source>
        <translation>Pixel skaliert wie für</translation>
    </message>
    <message>
        <source>Means that the pixels are scaled by: ImageNet&apos;s, as released.</source>
        <translation>Mittelwerte, nach denen Pixel skaliert werden: die von ImageNet, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Masks resized</source>
        <translation>Masken skaliert</translation>
    </message>
    <message>
        <source>How masks come to the network&apos;s grid.</source>
        <translation>Wie Masken auf das Raster des Netzes kommen.</translation>
    </message>
    <message>
        <source>Sign as released</source>
        <translation>Vorzeichen wie veröffentlicht</translation>
    </message>
    <message>
        <source>The released baseline follows the negative score; off follows the score.</source>
        <translation>Die veröffentlichte Vergleichsmethode folgt dem negativen Wert; aus folgt dem Wert.</translation>
    </message>
    <message>
        <source>Means that the pixels are scaled by.</source>
        <translation>Mittelwerte, nach denen Pixel skaliert werden.</translation>
    </message>
    <message>
        <source>Guidance</source>
        <translation>Führung</translation>
    </message>
    <message>
        <source>The method&apos;s own relations and map order the best anew.</source>
        <translation>Die eigenen Beziehungen und die Karte des Verfahrens ordnen die Besten neu.</translation>
    </message>
    <message>
        <source>Best that are guided</source>
        <translation>Geführte Beste</translation>
    </message>
    <message>
        <source>How many of the best candidates the guidance orders.</source>
        <translation>Wie viele der besten Kandidaten die Führung ordnet.</translation>
    </message>
    <message>
        <source>Masks related to</source>
        <translation>Bezugsmasken</translation>
    </message>
    <message>
        <source>How many masks of other nouns a relation is measured from.</source>
        <translation>Von wie vielen Masken anderer Nomen eine Beziehung gemessen wird.</translation>
    </message>
    <message>
        <source>Relations</source>
        <translation>Beziehungen</translation>
    </message>
    <message>
        <source>Share of relations in the guidance; the rest is the map.</source>
        <translation>Anteil der Beziehungen an der Führung; der Rest ist die Karte.</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>How much heat outside the mask counts against it.</source>
        <translation>Wie sehr Wärme außerhalb der Maske gegen sie zählt.</translation>
    </message>
    <message>
        <source>Faults as released</source>
        <translation>Fehler wie veröffentlicht</translation>
    </message>
    <message>
        <source>“right” does nothing as a relation, as in the released program.</source>
        <translation>„right“ bewirkt als Beziehung nichts, wie im veröffentlichten Programm.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Size of the blur around the mask, in pixels.</source>
        <translation>Größe der Unschärfe um die Maske, in Pixeln.</translation>
    </message>
    <message>
        <source>M, trust in masks</source>
        <translation>M, Vertrauen in Masken</translation>
    </message>
    <message>
        <source>Weight of how sure the mask&apos;s maker is.</source>
        <translation>Gewicht dessen, wie sicher der Urheber der Maske ist.</translation>
    </message>
    <message>
        <source>Synonyms</source>
        <translation>Synonyme</translation>
    </message>
    <message>
        <source>Which phrases name the same kind of thing as the target.</source>
        <translation>Welche Phrasen dieselbe Art von Ding benennen wie das Ziel.</translation>
    </message>
    <message>
        <source>Halves</source>
        <translation>Hälften</translation>
    </message>
    <message>
        <source>What upstream&apos;s direction rule divides the picture by.</source>
        <translation>Wonach die Richtungsregel des Originals das Bild teilt.</translation>
    </message>
    <message>
        <source>S, places</source>
        <translation>S, Orte</translation>
    </message>
    <message>
        <source>Weight of places under our direction rule.</source>
        <translation>Gewicht der Orte unter unserer Richtungsregel.</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>Ähnlichkeit</translation>
    </message>
    <message>
        <source>Score within which a candidate counts as one of the target&apos;s kind.</source>
        <translation>Abstand, in dem ein Kandidat als von der Art des Ziels zählt.</translation>
    </message>
    <message>
        <source>Crop</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>Share of the crop on black; the rest is the region&apos;s token.</source>
        <translation>Anteil des Ausschnitts auf Schwarz; der Rest ist das Token des Bereichs.</translation>
    </message>
    <message>
        <source>Fade to a side</source>
        <translation>Zur Seite ausblenden</translation>
    </message>
    <message>
        <source>“left” and “right” fade the picture before it is cropped.</source>
        <translation>„left“ und „right“ blenden das Bild vor dem Ausschneiden aus.</translation>
    </message>
    <message>
        <source>the paper&apos;s terms with the gaps closed</source>
        <translation>die Terme des Artikels, Lücken geschlossen</translation>
    </message>
    <message>
        <source>our best: more to look at, and places read anew</source>
        <translation>unser bestes: sieht mehr an, liest Orte neu</translation>
    </message>
    <message>
        <source>TAS as published</source>
        <translation>TAS wie im Artikel</translation>
    </message>
    <message>
        <source>TAS as released</source>
        <translation>TAS wie veröffentlicht</translation>
    </message>
    <message>
        <source>each mask&apos;s crop against the sentence</source>
        <translation>jeder Maskenausschnitt gegen den Satz</translation>
    </message>
    <message>
        <source>each mask&apos;s caption against the sentence</source>
        <translation>jede Maskenbeschreibung gegen den Satz</translation>
    </message>
    <message>
        <source>crops of the largest masks only</source>
        <translation>nur Ausschnitte der größten Masken</translation>
    </message>
    <message>
        <source>masked tokens and crops, sentence and phrase</source>
        <translation>maskierte Token und Ausschnitte, Satz und Phrase</translation>
    </message>
    <message>
        <source>a class token that sees the mask alone</source>
        <translation>ein Klassentoken, das nur die Maske sieht</translation>
    </message>
    <message>
        <source>mean of Grad-CAM&apos;s map</source>
        <translation>Mittel der Grad-CAM-Karte</translation>
    </message>
    <message>
        <source>mean of the values&apos; map (MaskCLIP)</source>
        <translation>Mittel der Wertekarte (MaskCLIP)</translation>
    </message>
    <message>
        <source>mean of CLIP-Surgery&apos;s map</source>
        <translation>Mittel der CLIP-Surgery-Karte</translation>
    </message>
    <message>
        <source>GEM&apos;s map inside less outside the mask</source>
        <translation>GEM-Karte in der Maske minus außerhalb</translation>
    </message>
    <message>
        <source>two fused streams, guided by relations and a map</source>
        <translation>zwei verschmolzene Ströme, geführt von Beziehungen und Karte</translation>
    </message>
    <message>
        <source>Ref-Diff&apos;s score without diffusion</source>
        <translation>Ref-Diffs Wert ohne Diffusion</translation>
    </message>
    <message>
        <source>P, caption (α)</source>
        <translation>P, Beschreibung (α)</translation>
    </message>
    <message>
        <source>Weight of the likeness of caption and expression.</source>
        <translation>Gewicht der Ähnlichkeit von Beschreibung und Ausdruck.</translation>
    </message>
    <message>
        <source>N, negatives (λ)</source>
        <translation>N, Negative (λ)</translation>
    </message>
    <message>
        <source>Weight of what else the picture shows and is not meant.</source>
        <translation>Gewicht dessen, was das Bild sonst zeigt und nicht gemeint ist.</translation>
    </message>
    <message>
        <source>“not …” in the text</source>
        <translation>„not …“ im Text</translation>
    </message>
    <message>
        <source>Weight of what the expression itself rules out.</source>
        <translation>Gewicht dessen, was der Ausdruck selbst ausschließt.</translation>
    </message>
    <message>
        <source>Count repeats once</source>
        <translation>Wiederholungen einmal zählen</translation>
    </message>
    <message>
        <source>A phrase that the picture&apos;s caption repeats counts once.</source>
        <translation>Eine in der Bildbeschreibung wiederholte Phrase zählt einmal.</translation>
    </message>
    <message>
        <source>The likeness of mask and expression takes part.</source>
        <translation>Die Ähnlichkeit von Maske und Ausdruck wirkt mit.</translation>
    </message>
    <message>
        <source>The likeness of caption and expression takes part.</source>
        <translation>Die Ähnlichkeit von Beschreibung und Ausdruck wirkt mit.</translation>
    </message>
    <message>
        <source>Negatives take part.</source>
        <translation>Negative wirken mit.</translation>
    </message>
    <message>
        <source>S, ordinals</source>
        <translation>S, Reihenfolgen</translation>
    </message>
    <message>
        <source>How much more than other places “second from the left” weighs.</source>
        <translation>Wie viel mehr als andere Orte „der zweite von links“ zählt.</translation>
    </message>
    <message>
        <source>S, relations</source>
        <translation>S, Beziehungen</translation>
    </message>
    <message>
        <source>How much more than other places “left of the box” weighs.</source>
        <translation>Wie viel mehr als andere Orte „links vom Kasten“ zählt.</translation>
    </message>
    <message>
        <source>R, region in the picture</source>
        <translation>R, Bereich im Bild</translation>
    </message>
    <message>
        <source>Weight of the mask&apos;s tokens within the whole picture.</source>
        <translation>Gewicht der Maskentoken im ganzen Bild.</translation>
    </message>
    <message>
        <source>C, surroundings</source>
        <translation>C, Umgebung</translation>
    </message>
    <message>
        <source>Weight of the crop with what is around the mask.</source>
        <translation>Gewicht des Ausschnitts mit dem, was um die Maske ist.</translation>
    </message>
    <message>
        <source>H, map</source>
        <translation>H, Karte</translation>
    </message>
    <message>
        <source>Weight of the map of values inside the mask less outside.</source>
        <translation>Gewicht der Wertekarte in der Maske minus außerhalb.</translation>
    </message>
    <message>
        <source>K, masks that agree</source>
        <translation>K, einige Masken</translation>
    </message>
    <message>
        <source>Share of a score that comes from other masks of the same thing.</source>
        <translation>Anteil eines Werts, der von anderen Masken desselben Dings kommt.</translation>
    </message>
    <message>
        <source>Colours of pixels</source>
        <translation>Farben der Pixel</translation>
    </message>
    <message>
        <source>Weight of the pixels&apos; own colours where words name some.</source>
        <translation>Gewicht der Pixelfarben, wo Wörter welche nennen.</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Starter pack</source>
        <translation>Startpaket</translation>
    </message>
    <message>
        <source>The paper&apos;s models</source>
        <translation>Die Modelle des Artikels</translation>
    </message>
    <message>
        <source>Light, for photographs</source>
        <translation>Leicht, für Fotos</translation>
    </message>
    <message>
        <source>Newer models</source>
        <translation>Neuere Modelle</translation>
    </message>
    <message>
        <source>Small networks trained on drawn scenes, with a region hierarchy for photographs. Runs on any machine, offline.</source>
        <translation>Kleine Netze, an gezeichneten Szenen trainiert, mit einer Bereichshierarchie für Fotos. Läuft überall, offline.</translation>
    </message>
    <message>
        <source>SAM ViT-H, CLIP ViT-B/32 and BLIP-2 with OPT-2.7B, ranked as the paper does. Wants a GPU; on a CPU a picture takes many minutes.</source>
        <translation>SAM ViT-H, CLIP ViT-B/32 und BLIP-2 mit OPT-2.7B, geordnet wie im Artikel. Braucht eine GPU; auf einer CPU dauert ein Bild viele Minuten.</translation>
    </message>
    <message>
        <source>SAM ViT-B, CLIP ViT-B/16 and BLIP base: for GPUs with 8 GB, and for patient people without one. Knows photographs.</source>
        <translation>SAM ViT-B, CLIP ViT-B/16 und BLIP base: für GPUs mit 8 GB und für Geduldige ohne. Kennt Fotos.</translation>
    </message>
    <message>
        <source>SAM 2.1 large, Perception Encoder L/14 and Florence-2 large: sharper masks and words than the paper&apos;s models, with terms that allow commercial use. Wants a GPU.</source>
        <translation>SAM 2.1 large, Perception Encoder L/14 und Florence-2 large: schärfere Masken und Worte als die Modelle des Artikels, kommerziell nutzbar. Braucht eine GPU.</translation>
    </message>
    <message>
        <source>of your own file</source>
        <translation>Ihrer eigenen Datei</translation>
    </message>
    <message>
        <source>Labels made with it are yours.</source>
        <translation>Damit gemachte Labels gehören Ihnen.</translation>
    </message>
    <message>
        <source>The program knows no terms of a file of your own; you do.</source>
        <translation>Die Bedingungen einer eigenen Datei kennen nur Sie.</translation>
    </message>
    <message>
        <source>Says nothing of labels made with it.</source>
        <translation>Sagt nichts zu damit gemachten Labels.</translation>
    </message>
    <message>
        <source>The OPT licence is for non-commercial research; take labels made with it to be so too.</source>
        <translation>Die OPT-Lizenz gilt für nichtkommerzielle Forschung; nehmen Sie das auch für damit gemachte Labels an.</translation>
    </message>
    <message>
        <source>Given for research only; take labels made with it to be so too.</source>
        <translation>Nur für Forschung gegeben; nehmen Sie das auch für damit gemachte Labels an.</translation>
    </message>
    <message>
        <source>MIT, with the OPT licence for the language model</source>
        <translation>MIT, mit der OPT-Lizenz für das Sprachmodell</translation>
    </message>
    <message>
        <source>Apple&apos;s licence for machine learning research</source>
        <translation>Apples Lizenz für Forschung zum maschinellen Lernen</translation>
    </message>
    <message>
        <source>draws masks</source>
        <translation>zeichnet Masken</translation>
    </message>
    <message>
        <source>compares masks with texts</source>
        <translation>vergleicht Masken mit Texten</translation>
    </message>
    <message>
        <source>writes captions</source>
        <translation>schreibt Beschreibungen</translation>
    </message>
    <message>
        <source>reads expressions</source>
        <translation>liest Ausdrücke</translation>
    </message>
    <message>
        <source>knows synonyms</source>
        <translation>kennt Synonyme</translation>
    </message>
    <message>
        <source>quick on any computer</source>
        <translation>flott auf jedem Rechner</translation>
    </message>
    <message>
        <source>seconds with a GPU, else a minute</source>
        <translation>Sekunden mit GPU, sonst eine Minute</translation>
    </message>
    <message>
        <source>slow without a GPU</source>
        <translation>langsam ohne GPU</translation>
    </message>
    <message>
        <source>Asking for it …</source>
        <translation>Wird angefragt …</translation>
    </message>
    <message>
        <source>Checking what has come …</source>
        <translation>Das Erhaltene wird geprüft …</translation>
    </message>
    <message>
        <source>The server is busy; trying again soon …</source>
        <translation>Der Server ist beschäftigt; gleich noch einmal …</translation>
    </message>
    <message>
        <source>Reading it through …</source>
        <translation>Wird durchgelesen …</translation>
    </message>
    <message>
        <source>Removing …</source>
        <translation>Wird entfernt …</translation>
    </message>
    <message>
        <source>Looking at the local copy …</source>
        <translation>Die lokale Kopie wird angesehen …</translation>
    </message>
    <message>
        <source>ships with the program</source>
        <translation>kommt mit dem Programm</translation>
    </message>
    <message>
        <source>on this computer</source>
        <translation>auf diesem Rechner</translation>
    </message>
    <message>
        <source>partly downloaded: {0}</source>
        <translation>teilweise heruntergeladen: {0}</translation>
    </message>
    <message>
        <source>its files have changed</source>
        <translation>seine Dateien haben sich geändert</translation>
    </message>
    <message>
        <source>no model is called that</source>
        <translation>kein Modell heißt so</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet, bis es dran ist</translation>
    </message>
    <message>
        <source>{0} MB/s</source>
        <translation>{0} MB/s</translation>
    </message>
    <message>
        <source>{0} s left</source>
        <translation>noch {0} s</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>noch {0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min left</source>
        <translation>noch {0} h {1} min</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>1 model missing</source>
        <translation>1 Modell fehlt</translation>
    </message>
    <message>
        <source>{0} models missing</source>
        <translation>{0} Modelle fehlen</translation>
    </message>
    <message>
        <source>{0} on disk</source>
        <translation>{0} auf dem Datenträger</translation>
    </message>
    <message>
        <source>{0} GB on a GPU</source>
        <translation>{0} GB auf einer GPU</translation>
    </message>
    <message>
        <source>{0} GB of memory</source>
        <translation>{0} GB Arbeitsspeicher</translation>
    </message>
    <message>
        <source>{0} GB GPU</source>
        <translation>{0} GB GPU</translation>
    </message>
    <message>
        <source>{0}: not for commercial use</source>
        <translation>{0}: nicht für kommerzielle Nutzung</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models and profiles</source>
        <translation>Modelle und Profile</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing is fetched unless you ask for it here. Pictures and texts never leave this computer.</source>
        <translation>Nichts wird geholt, außer Sie verlangen es hier. Bilder und Texte verlassen diesen Rechner nie.</translation>
    </message>
    <message>
        <source>Your copy is {0}. Change it there, then open this window again.</source>
        <translation>Ihre Kopie ist {0}. Ändern Sie sie dort und öffnen Sie dieses Fenster dann noch einmal.</translation>
    </message>
</context>
<context>
    <name>NotePopup</name>
    <message>
        <source>Flag</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>What should someone look at?</source>
        <translation>Worauf soll jemand schauen?</translation>
    </message>
    <message>
        <source>A note, or nothing</source>
        <translation>Eine Notiz, oder nichts</translation>
    </message>
    <message>
        <source>⏎ flags   Esc cancels</source>
        <translation>⏎ markiert   Esc bricht ab</translation>
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
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>OrderButton</name>
    <message>
        <source>As added</source>
        <translation>Wie hinzugefügt</translation>
    </message>
    <message>
        <source>Smallest margin first</source>
        <translation>Kleinster Abstand zuerst</translation>
    </message>
    <message>
        <source>V, P and N disagree most first</source>
        <translation>Wo V, P und N am wenigsten übereinstimmen</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Order of the list. The same order again puts what has changed in its place.</source>
        <translation>Reihenfolge der Liste. Dieselbe noch einmal bringt Geändertes an seinen Platz.</translation>
    </message>
    <message>
        <source>Order of the list: {0}</source>
        <translation>Reihenfolge der Liste: {0}</translation>
    </message>
</context>
<context>
    <name>PaceLine</name>
    <message>
        <source>{0} per minute</source>
        <translation>{0} je Minute</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
    <message>
        <source>Decisions per minute: {0} now, {1} over the session; {2} expressions to go</source>
        <translation>Entscheidungen je Minute: {0} jetzt, {1} in dieser Sitzung; noch {2} Ausdrücke</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
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
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>Terms that act</source>
        <translation>Wirkende Terme</translation>
    </message>
</context>
<context>
    <name>PartRow</name>
    <message>
        <source>Licence of {0}: {1}</source>
        <translation>Lizenz von {0}: {1}</translation>
    </message>
    <message>
        <source>{0}, runs on {1}</source>
        <translation>{0}, läuft auf {1}</translation>
    </message>
    <message>
        <source>Go on downloading</source>
        <translation>Weiter herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Use a local copy …</source>
        <translation>Lokale Kopie verwenden …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Click again to remove {0}</source>
        <translation>Zum Entfernen von {0} noch einmal klicken</translation>
    </message>
    <message>
        <source>Use a local copy of {0}</source>
        <translation>Eine lokale Kopie von {0} verwenden</translation>
    </message>
</context>
<context>
    <name>PictureCommands</name>
    <message>
        <source>Folder with the moved pictures</source>
        <translation>Ordner mit den verschobenen Bildern</translation>
    </message>
</context>
<context>
    <name>ProfileCommands</name>
    <message>
        <source>The model {0} is on this computer now.</source>
        <translation>Das Modell {0} ist jetzt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Every file of {0} is as it should be.</source>
        <translation>Jede Datei von {0} ist, wie sie sein soll.</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Looking …</source>
        <translation>Wird nachgesehen …</translation>
    </message>
    <message>
        <source>Strictest licence: {0}. {1}</source>
        <translation>Strengste Lizenz: {0}. {1}</translation>
    </message>
    <message>
        <source>I will not use it commercially, as its licence asks</source>
        <translation>Ich nutze es nicht kommerziell, wie seine Lizenz verlangt</translation>
    </message>
    <message>
        <source>Make my own copy …</source>
        <translation>Eigene Kopie anlegen …</translation>
    </message>
    <message>
        <source>Download all {0} ({1})</source>
        <translation>Alle {0} herunterladen ({1})</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use this profile</source>
        <translation>Dieses Profil verwenden</translation>
    </message>
    <message>
        <source>Tick the licence first.</source>
        <translation>Haken Sie zuerst die Lizenz an.</translation>
    </message>
    <message>
        <source>Its models have to be here first.</source>
        <translation>Zuerst müssen seine Modelle da sein.</translation>
    </message>
</context>
<context>
    <name>ProfileRows</name>
    <message>
        <source>⚠ cannot be used</source>
        <translation>⚠ nicht zu verwenden</translation>
    </message>
    <message>
        <source>● in use</source>
        <translation>● in Gebrauch</translation>
    </message>
</context>
<context>
    <name>ProjectCommands</name>
    <message>
        <source>Work brought back from {0}: {1} decisions, {2} conflicts.</source>
        <translation>Arbeit aus {0} zurückgeholt: {1} Entscheidungen, {2} Konflikte.</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Recent projects</source>
        <translation>Zuletzt benutzte Projekte</translation>
    </message>
    <message>
        <source>missing: {0}</source>
        <translation>fehlt: {0}</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Forget the missing ones</source>
        <translation>Fehlende vergessen</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Liste leeren</translation>
    </message>
</context>
<context>
    <name>RepairBar</name>
    <message>
        <source>Diameter of the brush</source>
        <translation>Durchmesser des Pinsels</translation>
    </message>
    <message>
        <source>Diameter of the brush ([ and ])</source>
        <translation>Durchmesser des Pinsels ([ und ])</translation>
    </message>
    <message>
        <source>Accept ⏎</source>
        <translation>Annehmen ⏎</translation>
    </message>
    <message>
        <source>Cancel Esc</source>
        <translation>Abbrechen Esc</translation>
    </message>
    <message>
        <source>Asking the network …</source>
        <translation>Das Netz wird gefragt …</translation>
    </message>
    <message>
        <source>Click on the object; right click on what does not belong to it</source>
        <translation>Auf das Objekt klicken; Rechtsklick auf das, was nicht dazugehört</translation>
    </message>
    <message>
        <source>Drag a box around the object</source>
        <translation>Einen Rahmen um das Objekt ziehen</translation>
    </message>
    <message>
        <source>Drag to paint, right button erases</source>
        <translation>Ziehen malt, die rechte Taste radiert</translation>
    </message>
    <message>
        <source>Drag to erase, right button paints</source>
        <translation>Ziehen radiert, die rechte Taste malt</translation>
    </message>
    <message>
        <source>Click the corners, Enter closes; right click to cut</source>
        <translation>Ecken anklicken, Eingabe schließt; Rechtsklick schneidet aus</translation>
    </message>
    <message>
        <source>Click the corners of the hole, Enter closes</source>
        <translation>Ecken des Lochs anklicken, Eingabe schließt</translation>
    </message>
    <message>
        <source>Click a proposal to add it, right click to cut it</source>
        <translation>Klick nimmt einen Vorschlag hinzu, Rechtsklick schneidet ihn weg</translation>
    </message>
    <message>
        <source>Click a proposal to cut it, right click to add it</source>
        <translation>Klick schneidet einen Vorschlag weg, Rechtsklick nimmt ihn hinzu</translation>
    </message>
</context>
<context>
    <name>RepairSteps</name>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>box</source>
        <translation>Rahmen</translation>
    </message>
    <message>
        <source>brush stroke</source>
        <translation>Pinselstrich</translation>
    </message>
    <message>
        <source>erasing</source>
        <translation>Radieren</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>hole</source>
        <translation>Loch</translation>
    </message>
    <message>
        <source>adding a proposal</source>
        <translation>Hinzunehmen eines Vorschlags</translation>
    </message>
    <message>
        <source>cutting a proposal out</source>
        <translation>Wegschneiden eines Vorschlags</translation>
    </message>
    <message>
        <source>filling holes</source>
        <translation>Löcher füllen</translation>
    </message>
</context>
<context>
    <name>ReplacedDialog</name>
    <message>
        <source>Replaced pictures</source>
        <translation>Ersetzte Bilder</translation>
    </message>
    <message>
        <source>These files are not the ones that were annotated. Put the old ones back, or take the new ones: where the size is the same, masks stay and are listed for review (filter check:replaced); masks of another size cannot be kept, and their expressions are open again. Undo takes it back.</source>
        <translation>Diese Dateien sind nicht die annotierten. Legen Sie die alten zurück oder nehmen Sie die neuen: Bei gleicher Größe bleiben die Masken und stehen zur Prüfung an (Filter check:replaced); Masken anderer Größe lassen sich nicht behalten, ihre Ausdrücke sind wieder offen. Rückgängig nimmt es zurück.</translation>
    </message>
    <message>
        <source>Look through all files</source>
        <translation>Alle Dateien durchsehen</translation>
    </message>
    <message>
        <source>Take the chosen</source>
        <translation>Gewählte nehmen</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle nehmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What taking it means</source>
        <translation>Was das Nehmen bedeutet</translation>
    </message>
    <message>
        <source>Every picture is the one that was annotated</source>
        <translation>Jedes Bild ist das annotierte</translation>
    </message>
    <message>
        <source>None has come up yet</source>
        <translation>Noch keines aufgefallen</translation>
    </message>
    <message>
        <source>Looking through all files reads each of them once.</source>
        <translation>Beim Durchsehen wird jede Datei einmal gelesen.</translation>
    </message>
    <message>
        <source>Cannot be taken: {0}</source>
        <translation>Nicht zu nehmen: {0}</translation>
    </message>
    <message>
        <source>Decisions that stay, to be looked at: {0}</source>
        <translation>Entscheidungen, die bleiben und anzusehen sind: {0}</translation>
    </message>
    <message>
        <source>Decisions that are open again: {0}</source>
        <translation>Entscheidungen, die wieder offen sind: {0}</translation>
    </message>
    <message>
        <source>New files taken: {0}.</source>
        <translation>Neue Dateien genommen: {0}.</translation>
    </message>
    <message>
        <source>Cancelled; the list is as it was.</source>
        <translation>Abgebrochen; die Liste ist, wie sie war.</translation>
    </message>
</context>
<context>
    <name>Reports</name>
    <message>
        <source>Not saved yet, and kept while this window is open: {0}.</source>
        <translation>Noch nicht gespeichert, aufbewahrt, solange dieses Fenster offen ist: {0}.</translation>
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
        <source>Moved pictures found again: {0}.</source>
        <translation>Verschobene Bilder wiedergefunden: {0}.</translation>
    </message>
    <message>
        <source>Pictures that are not where they were: {0}.</source>
        <translation>Bilder, die nicht sind, wo sie waren: {0}.</translation>
    </message>
    <message>
        <source>Choose the folder where they may be now.</source>
        <translation>Den Ordner wählen, in dem sie jetzt sein könnten.</translation>
    </message>
    <message>
        <source>Every picture is in its place.</source>
        <translation>Jedes Bild ist an seinem Platz.</translation>
    </message>
    <message>
        <source>{0} is not the picture it was: the file has been replaced.</source>
        <translation>{0} ist nicht mehr das Bild, das es war: Die Datei wurde ersetzt.</translation>
    </message>
    <message>
        <source>Say that there is no such object with ‹no-target›, or skip with ‹skip›.</source>
        <translation>Mit ‹no-target› angeben, dass es kein solches Objekt gibt, oder mit ‹skip› überspringen.</translation>
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
        <source>Its decisions belong to the old file: take the new one, or put the old one back.</source>
        <translation>Seine Entscheidungen gehören zur alten Datei: Nehmen Sie die neue oder legen Sie die alte zurück.</translation>
    </message>
    <message>
        <source>There is nothing to accept: this picture cannot be read.</source>
        <translation>Es gibt nichts anzunehmen: Dieses Bild kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Skip with ‹skip›, flag with ‹flag›, or go on with ‹next-image›.</source>
        <translation>Mit ‹skip› überspringen, mit ‹flag› markieren oder mit ‹next-image› weitergehen.</translation>
    </message>
    <message>
        <source>There is nothing to accept: this picture has not been analysed.</source>
        <translation>Es gibt nichts anzunehmen: Dieses Bild ist nicht analysiert.</translation>
    </message>
    <message>
        <source>‹analyse-again› analyses it again.</source>
        <translation>‹analyse-again› analysiert es neu.</translation>
    </message>
    <message>
        <source>No candidate is chosen.</source>
        <translation>Kein Kandidat ist gewählt.</translation>
    </message>
    <message>
        <source>Choose with Space or a click; Esc goes back to one candidate.</source>
        <translation>Mit der Leertaste oder einem Klick wählen; Esc geht zu einem Kandidaten zurück.</translation>
    </message>
    <message>
        <source>The mask is empty.</source>
        <translation>Die Maske ist leer.</translation>
    </message>
    <message>
        <source>Paint the object, or say that there is none with ‹no-target›; Esc goes back.</source>
        <translation>Das Objekt malen oder mit ‹no-target› sagen, dass es keines gibt; Esc geht zurück.</translation>
    </message>
    <message>
        <source>Say what this mask shows; Enter then accepts it.</source>
        <translation>Schreiben, was diese Maske zeigt; dann nimmt Eingabe sie an.</translation>
    </message>
    <message>
        <source>The repair was left unfinished: ‹edit-mask› at that expression takes it up again.</source>
        <translation>Das Ausbessern blieb unfertig: ‹edit-mask› bei diesem Ausdruck setzt es fort.</translation>
    </message>
    <message>
        <source>There is no candidate {0}: the list has {1}.</source>
        <translation>Es gibt keinen Kandidaten {0}: Die Liste hat {1}.</translation>
    </message>
    <message>
        <source>Candidate {0} cannot be picked yet: this text has not been ranked.</source>
        <translation>Kandidat {0} kann noch nicht gewählt werden: Dieser Text ist noch nicht eingeordnet.</translation>
    </message>
    <message>
        <source>Type what you mean and wait for the list.</source>
        <translation>Schreiben, was gemeint ist, und auf die Liste warten.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet: in a back-check the choice is yours.</source>
        <translation>Noch nichts gewählt: Bei einer Nachprüfung ist selbst zu wählen.</translation>
    </message>
    <message>
        <source>Click the object or walk with the arrow keys.</source>
        <translation>Das Objekt anklicken oder mit den Pfeiltasten gehen.</translation>
    </message>
    <message>
        <source>Same object as before: both expressions now name one referent.</source>
        <translation>Dasselbe Objekt wie zuvor: Beide Ausdrücke benennen jetzt einen Referenten.</translation>
    </message>
</context>
<context>
    <name>SettingLine</name>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Back to the default: {0}</source>
        <translation>Zurück zur Vorgabe: {0}</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>as the system</source>
        <translation>wie das System</translation>
    </message>
    <message>
        <source>light</source>
        <translation>hell</translation>
    </message>
    <message>
        <source>dark</source>
        <translation>dunkel</translation>
    </message>
    <message>
        <source>the fastest there is</source>
        <translation>das schnellste vorhandene</translation>
    </message>
    <message>
        <source>half where it is as good</source>
        <translation>halb, wo es ebenso gut ist</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>Ausdrücke</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Der eigene Name</translation>
    </message>
    <message>
        <source>Stored with each decision you make, and the owner of your undo history.</source>
        <translation>Steht bei jeder Entscheidung und bestimmt, wessen Schritte rückgängig gemacht werden.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Of menus, messages and dialogs; expressions may be in any language.</source>
        <translation>Von Menüs, Meldungen und Dialogen; Ausdrücke können in jeder Sprache sein.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark; “as the system” follows it while the window is open.</source>
        <translation>Hell oder dunkel; „wie das System“ folgt ihm auch bei offenem Fenster.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Relative to the system&apos;s text size.</source>
        <translation>Im Verhältnis zur Textgröße des Systems.</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Which models look at the pictures, and with which parameters.</source>
        <translation>Welche Modelle die Bilder ansehen und mit welchen Parametern.</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the scores are put together and ordered.</source>
        <translation>Wie die Werte zusammengesetzt und geordnet werden.</translation>
    </message>
    <message>
        <source>Rank after a pause of</source>
        <translation>Einordnen nach einer Pause von</translation>
    </message>
    <message>
        <source>How long typing must rest before the masks are ranked anew; 0 ranks on each key.</source>
        <translation>Wie lange das Tippen ruhen muss, bis die Masken neu eingeordnet werden; 0 bei jedem Tastendruck.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Where the models run; the status bar says where each does.</source>
        <translation>Wo die Modelle laufen; die Statusleiste sagt, wo jedes läuft.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Half precision takes half the memory; on a CPU it is slower.</source>
        <translation>Halbe Genauigkeit braucht halb so viel Speicher; auf einer CPU ist sie langsamer.</translation>
    </message>
    <message>
        <source>Check the spelling</source>
        <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>Hints at English words that no dictionary knows; never blocks.</source>
        <translation>Weist auf englische Wörter hin, die kein Wörterbuch kennt; hält nie auf.</translation>
    </message>
    <message>
        <source>Places in the picture are welcome</source>
        <translation>Orte im Bild sind willkommen</translation>
    </message>
    <message>
        <source>When off, words such as “left” are hinted at, as RefCOCO+ does without.</source>
        <translation>Wenn aus, wird auf Wörter wie „left“ hingewiesen, wie RefCOCO+ ohne sie auskommt.</translation>
    </message>
    <message>
        <source>Check decisions again</source>
        <translation>Entscheidungen nachprüfen</translation>
    </message>
    <message>
        <source>This share of the decisions comes again between others, without the first choice or the order; the statistics say how well both agree. 0 checks none.</source>
        <translation>Dieser Anteil der Entscheidungen kommt zwischen anderen wieder, ohne die erste Wahl und die Reihenfolge; die Statistik sagt, wie gut beide übereinstimmen. 0 prüft keine.</translation>
    </message>
    <message>
        <source>Check again after</source>
        <translation>Nachprüfen nach</translation>
    </message>
    <message>
        <source>How long a decision rests before it may come again.</source>
        <translation>Wie lange eine Entscheidung ruht, ehe sie wiederkommen kann.</translation>
    </message>
    <message>
        <source>Opacity of the mask</source>
        <translation>Deckkraft der Maske</translation>
    </message>
    <message>
        <source>Tint of the selected candidate; its outline is always opaque.</source>
        <translation>Tönung des ausgewählten Kandidaten; sein Umriss ist immer deckend.</translation>
    </message>
    <message>
        <source>Outlines of the other candidates</source>
        <translation>Umrisse der anderen Kandidaten</translation>
    </message>
    <message>
        <source>Thin lines around every mask that could be selected by a click.</source>
        <translation>Dünne Linien um jede Maske, die ein Klick auswählen könnte.</translation>
    </message>
    <message>
        <source>Room for kept analyses</source>
        <translation>Platz für behaltene Analysen</translation>
    </message>
    <message>
        <source>Pictures seen before need no models again. The oldest analyses go first; 0 keeps none.</source>
        <translation>Schon gesehene Bilder brauchen die Modelle nicht noch einmal. Die ältesten Analysen gehen zuerst; 0 behält keine.</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search settings and keys</source>
        <translation>Einstellungen und Tasten suchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>No setting is called that.</source>
        <translation>Keine Einstellung heißt so.</translation>
    </message>
</context>
<context>
    <name>SplitChoice</name>
    <message>
        <source>As in the project</source>
        <translation>Wie im Projekt</translation>
    </message>
    <message>
        <source>Deal the pictures for this export</source>
        <translation>Die Bilder für diesen Export verteilen</translation>
    </message>
    <message>
        <source>Splits</source>
        <translation>Teile</translation>
    </message>
    <message>
        <source>Share of {0}</source>
        <translation>Anteil von {0}</translation>
    </message>
    <message>
        <source>Part test into testA, with people, and testB</source>
        <translation>test in testA, mit Menschen, und testB teilen</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>noun</source>
        <translation>Nomen</translation>
    </message>
    <message>
        <source>attribute</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>superlative</source>
        <translation>Superlativ</translation>
    </message>
    <message>
        <source>ordinal</source>
        <translation>Ordnungszahl</translation>
    </message>
    <message>
        <source>relation</source>
        <translation>Beziehung</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>no ranking</source>
        <translation>keine Rangfolge</translation>
    </message>
    <message>
        <source>Accepted at rank 1, 3 and 5, by kind of expression</source>
        <translation>Angenommen auf Rang 1, 3 und 5, nach Art des Ausdrucks</translation>
    </message>
    <message>
        <source>Accepted at rank 1, 3 and 5, by method</source>
        <translation>Angenommen auf Rang 1, 3 und 5, nach Verfahren</translation>
    </message>
    <message>
        <source>What was decided, by kind of expression</source>
        <translation>Was entschieden wurde, nach Art des Ausdrucks</translation>
    </message>
    <message>
        <source>Seconds per decision: median and middle half</source>
        <translation>Sekunden je Entscheidung: Median und mittlere Hälfte</translation>
    </message>
    <message>
        <source>Decisions, and accepted at rank 1, over time</source>
        <translation>Entscheidungen, und auf Rang 1 angenommene, im Verlauf</translation>
    </message>
    <message>
        <source>Back-checks: overlap of both masks</source>
        <translation>Nachprüfungen: Überdeckung der beiden Masken</translation>
    </message>
    <message>
        <source>rank ≤ {0}</source>
        <translation>Rang ≤ {0}</translation>
    </message>
    <message>
        <source>as proposed</source>
        <translation>wie vorgeschlagen</translation>
    </message>
    <message>
        <source>repaired</source>
        <translation>ausgebessert</translation>
    </message>
    <message>
        <source>drawn by hand</source>
        <translation>von Hand gezeichnet</translation>
    </message>
    <message>
        <source>no such object</source>
        <translation>kein solches Objekt</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>rank 1</source>
        <translation>Rang 1</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>IoU</source>
        <translation>IoU</translation>
    </message>
    <message>
        <source>{0} of {1} the same object</source>
        <translation>{0} von {1} dasselbe Objekt</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
</context>
<context>
    <name>StatisticsCommands</name>
    <message>
        <source>Figures saved in {0}.</source>
        <translation>Zahlen in {0} gespeichert.</translation>
    </message>
    <message>
        <source>{0} pictures saved in {1}.</source>
        <translation>{0} Bilder in {1} gespeichert.</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Neu zählen</translation>
    </message>
    <message>
        <source>Save plots …</source>
        <translation>Diagramme speichern …</translation>
    </message>
    <message>
        <source>Save figures …</source>
        <translation>Zahlen speichern …</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>Wird gezählt …</translation>
    </message>
    <message>
        <source>Drawing …</source>
        <translation>Wird gezeichnet …</translation>
    </message>
    <message>
        <source>Save plots as PNG and SVG</source>
        <translation>Diagramme als PNG und SVG speichern</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>Zahlen speichern</translation>
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
        <source>{0} masks</source>
        <translation>{0} Masken</translation>
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
        <source>⚠ not saved: {0}</source>
        <translation>⚠ nicht gespeichert: {0}</translation>
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
    <name>SuggestionList</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Looking for words for this mask …</source>
        <translation>Wörter für diese Maske werden gesucht …</translation>
    </message>
    <message>
        <source>No words were found that lead back to this mask.</source>
        <translation>Es fanden sich keine Wörter, die zu dieser Maske zurückführen.</translation>
    </message>
    <message>
        <source>Words of the model for this mask</source>
        <translation>Wörter des Modells für diese Maske</translation>
    </message>
    <message>
        <source>its caption: margin {0}</source>
        <translation>seine Beschreibung: Abstand {0}</translation>
    </message>
    <message>
        <source>add “{0}”: margin {1} → {2}</source>
        <translation>„{0}“ dazu: Abstand {1} → {2}</translation>
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
        <source>ordering the expressions</source>
        <translation>Ordnen der Ausdrücke</translation>
    </message>
    <message>
        <source>category {0}</source>
        <translation>Kategorie {0}</translation>
    </message>
    <message>
        <source>editing a category</source>
        <translation>Ändern einer Kategorie</translation>
    </message>
    <message>
        <source>removing a category</source>
        <translation>Entfernen einer Kategorie</translation>
    </message>
    <message>
        <source>finding {0} moved pictures</source>
        <translation>{0} verschobene Bilder finden</translation>
    </message>
    <message>
        <source>taking {0} replaced pictures</source>
        <translation>{0} ersetzte Bilder nehmen</translation>
    </message>
    <message>
        <source>putting {0} pictures into splits</source>
        <translation>{0} Bilder auf Teile verteilen</translation>
    </message>
    <message>
        <source>importing {0}</source>
        <translation>{0} importieren</translation>
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
        <source>looks like nothing else here</source>
        <translation>sieht aus wie nichts sonst hier</translation>
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
<context>
    <name>WorkStrip</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Reading files …</source>
        <translation>Dateien werden gelesen …</translation>
    </message>
    <message>
        <source>Copying pictures …</source>
        <translation>Bilder werden kopiert …</translation>
    </message>
    <message>
        <source>Writing parts …</source>
        <translation>Teile werden geschrieben …</translation>
    </message>
    <message>
        <source>Merging …</source>
        <translation>Wird zusammengeführt …</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Starting …</source>
        <translation>Wird gestartet …</translation>
    </message>
    <message>
        <source>Working …</source>
        <translation>In Arbeit …</translation>
    </message>
</context>
</TS>
