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
        <source>Where it is, or how it ranks</source>
        <translation>Wo es ist oder an welcher Stelle</translation>
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
        <source>Choose it in the method&apos;s list under the candidates</source>
        <translation>In der Liste der Verfahren unter den Kandidaten wählen</translation>
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
        <source>Method parameters out of range: {0}</source>
        <translation>Parameter des Verfahrens außerhalb ihres Bereichs: {0}</translation>
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
        <source>Restart TAS Desktop</source>
        <translation>TAS Desktop neu starten</translation>
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
        <source>Name a folder in it</source>
        <translation>Nennen Sie einen Ordner darin</translation>
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
        <source>Name a new folder</source>
        <translation>Nennen Sie einen neuen Ordner</translation>
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
        <source>Name the folder that holds &apos;annotations&apos; and &apos;images&apos;, or one of the files</source>
        <translation>Nennen Sie den Ordner mit „annotations“ und „images“ oder eine der Dateien</translation>
    </message>
    <message>
        <source>Name the folder that holds the dataset, or one of its files</source>
        <translation>Nennen Sie den Ordner des Datensatzes oder eine seiner Dateien</translation>
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
        <source>Put {0} beside the tasks, or the pictures into {1}/</source>
        <translation>Legen Sie {0} neben die Aufgaben oder die Bilder nach {1}/</translation>
    </message>
    <message>
        <source>REFER&apos;s readers refuse a dataset called {0}</source>
        <translation>Die Leser von REFER weisen einen Datensatz namens {0} zurück</translation>
    </message>
    <message>
        <source>Save it as UTF-8</source>
        <translation>Speichern Sie sie als UTF-8</translation>
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
        <source>The process that was doing this has ended unexpectedly (code {0}); nothing was written</source>
        <translation>Der Prozess, der das tat, ist unerwartet zu Ende gegangen (Code {0}); nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>The profile names {0} files for its {1}, where one is needed</source>
        <translation>Das Profil nennt {0} Dateien für {1}, wo eine nötig ist</translation>
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
        <source>The project file lacks image {0}, which has annotations</source>
        <translation>In der Projektdatei fehlt Bild {0}, das Annotationen hat</translation>
    </message>
    <message>
        <source>The project has no category {0}</source>
        <translation>Das Projekt hat keine Kategorie {0}</translation>
    </message>
    <message>
        <source>The sample project cannot be made in {0}: {1}</source>
        <translation>Das Beispielprojekt kann in {0} nicht angelegt werden: {1}</translation>
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
        <source>There is no format {0}</source>
        <translation>Es gibt kein Format {0}</translation>
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
        <source>This profile has no network for points and boxes</source>
        <translation>Dieses Profil hat kein Netz für Punkte und Rahmen</translation>
    </message>
    <message>
        <source>Transparent parts were laid on white</source>
        <translation>Durchsichtige Teile wurden auf Weiß gelegt</translation>
    </message>
    <message>
        <source>Try again; close other programs first if memory was short</source>
        <translation>Versuchen Sie es noch einmal; schließen Sie zuvor andere Programme, falls der Speicher knapp war</translation>
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
        <source>Use the brush or the polygon, or choose another profile</source>
        <translation>Pinsel oder Vieleck benutzen, oder ein anderes Profil wählen</translation>
    </message>
    <message>
        <source>Wait for it to end or close it, then try again</source>
        <translation>Warten, bis er endet, oder ihn schließen, dann noch einmal versuchen</translation>
    </message>
    <message>
        <source>Wait for it to end, or stop it there; what it has done is in the project already</source>
        <translation>Warten Sie, bis er endet, oder halten Sie ihn dort an; was er getan hat, ist schon im Projekt</translation>
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
        <source>Write image&lt;tab&gt;expression on each line, or call the file like its image</source>
        <translation>Schreiben Sie in jede Zeile image&lt;tab&gt;expression oder nennen Sie die Datei wie ihr Bild</translation>
    </message>
    <message>
        <source>Write name=share: train=0.8; each name once, of letters, digits, dot, dash and underscore</source>
        <translation>Schreiben Sie Name=Anteil: train=0.8; jeden Namen einmal, aus Buchstaben, Ziffern, Punkt, Strich und Unterstrich</translation>
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
        <source>{0} has no {1}/{2}….json</source>
        <translation>{0} hat kein {1}/{2}….json</translation>
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
        <source>{0}, instance {1}</source>
        <translation>{0}, Instanz {1}</translation>
    </message>
    <message>
        <source>{0}, object {1}</source>
        <translation>{0}, Objekt {1}</translation>
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
        <source>{0} = {1} is no parameter of the ranking method</source>
        <translation>{0} = {1} ist kein Parameter des Rangverfahrens</translation>
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
        <source>tas: the paper&apos;s terms with the gaps closed</source>
        <translation>tas: die Terme des Artikels, Lücken geschlossen</translation>
    </message>
    <message>
        <source>tas-paper: as published</source>
        <translation>tas-paper: wie veröffentlicht</translation>
    </message>
    <message>
        <source>tas-code: as released</source>
        <translation>tas-code: wie herausgegeben</translation>
    </message>
    <message>
        <source>P, caption (α)</source>
        <translation>P, Beschreibung (α)</translation>
    </message>
    <message>
        <source>N, negatives (λ)</source>
        <translation>N, Gegenbegriffe (λ)</translation>
    </message>
    <message>
        <source>“not …” in the text</source>
        <translation>„nicht …“ im Text</translation>
    </message>
    <message>
        <source>M, trust in masks</source>
        <translation>M, Vertrauen in Masken</translation>
    </message>
    <message>
        <source>S, places</source>
        <translation>S, Lagen</translation>
    </message>
    <message>
        <source>Terms that act</source>
        <translation>Wirkende Terme</translation>
    </message>
    <message>
        <source>Stored with each decision, remembered for the next start.</source>
        <translation>Bei jeder Entscheidung gespeichert und für den nächsten Start gemerkt.</translation>
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
    <name>PictureCommands</name>
    <message>
        <source>Folder with the moved pictures</source>
        <translation>Ordner mit den verschobenen Bildern</translation>
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
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation>Rangfolge</translation>
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
